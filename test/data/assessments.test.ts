import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Frameworks, Levels } from '../../core/assessments/framework.ts';
import { QuestionList, standardQuestions } from '../../core/assessments/question-list.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../data/assessments', `${name}.json`), 'utf8'));

describe('data/assessments', () => {
  const frameworks = Frameworks.parse([read('four-cs'), read('six-standards')]);

  it('asks about the four Cs and the six standards of family engagement', () => {
    expect(frameworks.map(({ groups }) => groups.map(({ id }) => id))).to.deep.equal([
      ['capacity', 'community', 'climate', 'cohesion'],
      [
        'welcoming',
        'communicating',
        'supporting-success',
        'speaking-up',
        'sharing-power',
        'working-together',
      ],
    ]);
    for (const { groups } of frameworks)
      for (const { id, questions } of groups) expect(questions.length, id).to.be.within(3, 6);
  });

  it('asks each question in English and in Spanish, in short sentences that end in a question mark', () => {
    const questions = QuestionList.parse(standardQuestions(frameworks));
    for (const { id, text } of questions) {
      expect(text.en, id).to.match(/\?$/);
      expect(text.es, id).to.match(/¿.*\?$/);
      for (const words of [text.en, text.es]) expect(words?.split(' ').length, id).to.be.at.most(25);
    }
  });

  it('says what each of the four levels means', () => {
    expect(Levels.parse(read('levels'))).to.have.length(4);
    expect(() => Levels.parse((read('levels') as unknown[]).toReversed())).to.throw();
  });

  it('refuses a question in one language, and an id that is there twice', () => {
    const [four] = frameworks as [(typeof frameworks)[number]];
    const [group, ...others] = four.groups as [(typeof four.groups)[number]];
    const change = (questions: unknown[]) => [{ ...four, groups: [{ ...group, questions }, ...others] }];
    expect(Frameworks.safeParse([four]).success).to.equal(true);
    expect(Frameworks.safeParse(change([{ id: 'one', text: { en: 'One?' } }])).success).to.equal(false);
    expect(Frameworks.safeParse(change([...group.questions, ...group.questions])).success).to.equal(false);
  });
});
