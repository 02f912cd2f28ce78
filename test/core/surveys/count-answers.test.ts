import { expect } from 'chai';
import fc from 'fast-check';
import { type CountedAnswer, countAnswers, wholeTens } from '../../../core/surveys/count-answers.ts';
import { groupSchools } from '../../../core/surveys/group-schools.ts';
import { SurveyQuestion } from '../../../core/surveys/question.ts';

const words = (en: string) => ({ en, es: en });
const option = (id: string) => ({ id, text: words(id) });
const one = SurveyQuestion.parse({
  kind: 'one',
  id: 'one',
  text: words('one'),
  options: ['a', 'b', 'c'].map(option),
});
const needs = SurveyQuestion.parse({
  kind: 'needs',
  id: 'needs',
  text: words('needs'),
  terms: ['food', 'rides'],
});
const said = SurveyQuestion.parse({ kind: 'text', id: 'said', text: words('said') });
const questions = [one, needs, said];

const answers = (count: number, choices: Record<string, string[]>, schoolId = 's1', textIds: string[] = []) =>
  Array.from({ length: count }, (): CountedAnswer => ({ schoolId, choices, textIds }));
const count = (all: CountedAnswer[]) => countAnswers(questions, all, 10).groups;

describe('The results of a survey', () => {
  it('tell nothing of fewer than ten answers', () => {
    const [group] = count(answers(9, { one: ['a'], needs: ['food'] }, 's1', ['said']));
    expect(group).to.deep.include({ schoolIds: ['s1'], answersFrom: null });
    expect(group!.questions).to.deep.equal([
      { id: 'one', counts: { a: null, b: null, c: null }, texts: null },
      { id: 'needs', counts: { food: null, rides: null }, texts: null },
      { id: 'said', counts: {}, texts: null },
    ]);
  });

  it('hide a small count with another one, so that it follows from no sum', () => {
    const all = [
      ...answers(25, { one: ['a'] }),
      ...answers(14, { one: ['b'] }),
      ...answers(3, { one: ['c'] }),
    ];
    expect(count(all)[0]!.questions[0]!.counts).to.deep.equal({ a: 25, b: null, c: null });
  });

  it('tell of a need only where those who named it and those who did not are ten at least', () => {
    const named = (n: number, of: number) =>
      count([...answers(n, { needs: ['food'] }), ...answers(of - n, { needs: ['rides'] })])[0]!.questions[1]!
        .counts;
    expect(named(10, 20)).to.deep.equal({ food: 10, rides: 10 });
    expect(named(12, 21)).to.deep.equal({ food: null, rides: null });
    expect(named(21, 21)).to.deep.equal({ food: null, rides: null });
  });

  it('say how many answered in whole tens, and count words from ten on', () => {
    expect([9, 10, 19, 47].map((n) => wholeTens(n, 10))).to.deep.equal([null, 10, 10, 40]);
    const [group] = count([...answers(11, {}, 's1', ['said']), ...answers(12, { one: ['a'] })]);
    expect(group).to.have.property('answersFrom', 20);
    expect(group!.questions[2]).to.have.property('texts', 10);
  });

  it('are of each school alone, of small ones together, and no answer is counted in two groups', () => {
    const of = (counts: Record<string, number>) =>
      groupSchools(
        Object.entries(counts).flatMap(([schoolId, n]) => answers(n, {}, schoolId)),
        10,
      );
    expect(of({ a: 12, b: 30 })).to.deep.equal([['b'], ['a']]);
    expect(of({ a: 12, b: 30, c: 4, d: 7 })).to.deep.equal([['b'], ['a'], ['c', 'd']]);
    expect(of({ a: 12, b: 30, c: 4 })).to.deep.equal([['b'], ['a', 'c']]);
    expect(of({ a: 4, b: 3 })).to.deep.equal([['a', 'b']]);
    expect(of({})).to.deep.equal([]);
  });

  it('let nothing about fewer than ten be worked out of one question, whatever is answered', () => {
    const drawn = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 80 });
    fc.assert(
      fc.property(drawn, (choices) => {
        const all = choices.flatMap((choice) => answers(1, choice ? { one: [choice] } : {}));
        const [group] = count(all);
        if (!group) return;
        const { counts } = group.questions[0]!;
        const told = Object.values(counts).filter((n) => n !== null);
        for (const n of told) expect(n).to.be.at.least(10);
        const answered = choices.filter(Boolean).length;
        const hidden = answered - told.reduce((sum, n) => sum + n, 0);
        if (told.length > 0 && told.length < 3) expect(hidden).to.be.at.least(10);
      }),
      { numRuns: 80 },
    );
  });
});
