import { expect } from 'chai';
import { SurveyDraft } from '../../../core/surveys/survey.ts';
import { madeQuestion, NO_QUESTION } from '../../../web/parts/surveys/own-question.ts';
import {
  draftToSend,
  moved,
  newDraft,
  surveyFaults,
  withWords,
} from '../../../web/parts/surveys/survey-draft.ts';

const BOTH = ['en', 'es'] as const;

describe('A survey that is being written', () => {
  const begun = newDraft(new Date('2026-09-01T12:00:00Z'), ['s1']);
  const whole = { ...begun, title: { en: 'Fall', es: 'Otoño' }, term: 'Fall 2026' };

  it('begins with two weeks, and with the school of who has only one', () => {
    expect(begun).to.deep.include({ opensOn: '2026-09-01', closesOn: '2026-09-15', schoolIds: ['s1'] });
    expect(newDraft(new Date(), ['s1', 's2']).schoolIds).to.deep.equal([]);
  });

  it('names what the server would refuse, and nothing else', () => {
    expect(surveyFaults(begun)).to.deep.equal(['title', 'term']);
    expect(surveyFaults(whole)).to.deep.equal([]);
    expect(SurveyDraft.safeParse(draftToSend({ ...whole, intro: {} })).success).to.equal(true);
    const wrong = { ...whole, closesOn: '2026-08-01', languages: [], schoolIds: [] };
    expect(surveyFaults(wrong)).to.deep.equal(['languages', 'closesOn', 'schoolIds']);
    const own = madeQuestion({ ...NO_QUESTION, kind: 'text', text: { en: 'Else?' } }, ['en'], 'own-1')!;
    expect(surveyFaults({ ...whole, questions: [own] })).to.deep.equal(['questions']);
  });

  it('keeps a text as it is typed, and an empty one not at all', () => {
    expect(withWords({ en: 'Fall' }, 'es', 'Otoño ')).to.deep.equal({ en: 'Fall', es: 'Otoño ' });
    expect(withWords({ en: 'Fall', es: 'O' }, 'es', ' ')).to.deep.equal({ en: 'Fall' });
  });

  it('takes a question one place up or down', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(
      (id) => madeQuestion({ ...NO_QUESTION, kind: 'text', text: { en: id } }, ['en'], id)!,
    );
    const ids = (at: number, by: -1 | 1) => moved([a!, b!, c!], at, by).map(({ id }) => id);
    expect(ids(1, -1)).to.deep.equal(['b', 'a', 'c']);
    expect(ids(1, 1)).to.deep.equal(['a', 'c', 'b']);
    expect(ids(0, -1)).to.deep.equal(['a', 'b', 'c']);
  });
});

describe('A question of one’s own', () => {
  const text = { en: 'Which?', es: '¿Cuál?' };

  it('has its choices in every language of the survey, line by line', () => {
    const options = { en: 'Red\n Blue \n', es: 'Rojo\nAzul' };
    expect(madeQuestion({ ...NO_QUESTION, text, options }, BOTH, 'own')).to.deep.equal({
      kind: 'many',
      id: 'own',
      text,
      options: [
        { id: 'choice-1', text: { en: 'Red', es: 'Rojo' } },
        { id: 'choice-2', text: { en: 'Blue', es: 'Azul' } },
      ],
    });
  });

  it('is not made while something of it is missing', () => {
    const made = (part: object) => madeQuestion({ ...NO_QUESTION, text, ...part }, BOTH, 'own');
    expect(made({ text: { en: 'Which?' }, kind: 'text' })).to.equal(undefined);
    expect(made({ options: { en: 'Red\nBlue', es: 'Rojo' } })).to.equal(undefined);
    expect(made({ options: { en: 'Red', es: 'Rojo' } })).to.equal(undefined);
    expect(made({ kind: 'scale', low: text })).to.equal(undefined);
    expect(made({ kind: 'needs' })).to.equal(undefined);
    expect(made({ kind: 'needs', terms: ['food'] })).to.deep.include({ terms: ['food'] });
  });
});
