import { readdir, readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { answerFaults, needsIn } from '../../../core/surveys/answer.ts';
import { choicesOf, SurveyQuestion } from '../../../core/surveys/question.ts';
import { AUDIENCES, QuestionBank } from '../../../core/surveys/question-bank.ts';
import { SurveyDraft, surveyState } from '../../../core/surveys/survey.ts';
import { codeFrom, shownCode, typedSurveyCode } from '../../../core/surveys/survey-code.ts';
import { wordsIn } from '../../../core/surveys/words.ts';

const yesNo = { kind: 'yes-no', id: 'known', text: { en: 'Known?', es: '¿Sabe?' } };
const draft = {
  title: { en: 'Fall', es: 'Otoño' },
  audience: 'families',
  schoolIds: ['s1'],
  term: 'Fall 2026',
  languages: ['en', 'es'],
  named: false,
  opensOn: '2026-09-01',
  closesOn: '2026-09-30',
  questions: [yesNo],
};
const refused = (change: object) =>
  SurveyDraft.safeParse({ ...draft, ...change }).error?.issues.map(({ path }) => path.join('.'));

describe('A survey', () => {
  it('is refused where it ends before it begins, asks twice, or lacks a language', () => {
    expect(refused({})).to.equal(undefined);
    expect(refused({ closesOn: '2026-08-31' })).to.deep.equal(['closesOn']);
    expect(refused({ questions: [yesNo, yesNo] })).to.deep.equal(['questions.1']);
    expect(refused({ questions: [{ ...yesNo, text: { en: 'Known?' } }] })).to.deep.equal(['questions.0']);
    expect(refused({ title: { en: 'Fall' } })).to.deep.equal(['title']);
    expect(refused({ schoolIds: ['s1', 's1'] })).to.deep.equal(['schoolIds']);
    expect(
      refused({
        title: { en: 'Fall' },
        questions: [{ ...yesNo, text: { en: 'Known?' } }],
        languages: ['en'],
      }),
    ).to.equal(undefined);
  });

  it('is written, ready, open, over and counted', () => {
    const of = (today: string, marks: object = { openedAt: 'x' }) =>
      surveyState({ opensOn: '2026-09-01', closesOn: '2026-09-30', ...marks }, today);
    expect(of('2026-09-10', {})).to.equal('draft');
    expect(['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01'].map((day) => of(day))).to.deep.equal([
      'ready',
      'open',
      'open',
      'ended',
    ]);
    expect(of('2026-09-10', { openedAt: 'x', countedAt: 'y' })).to.equal('counted');
  });

  it('has a code that can be typed from paper', () => {
    const code = codeFrom(new Uint8Array([0, 1, 31, 32, 200, 18, 17, 5, 9, 250, 64, 99]));
    expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(typedSurveyCode(shownCode(code).toLowerCase())).to.equal(code);
    expect(typedSurveyCode('o1 il-ABC')).to.equal('0111ABC');
  });
});

describe('An answer', () => {
  const questions = [
    yesNo,
    { kind: 'needs', id: 'needs', text: { en: 'What?' }, terms: ['food', 'rides'] },
    { kind: 'text', id: 'said', text: { en: 'Else?' } },
  ].map((question) => SurveyQuestion.parse(question));
  const faults = (choices: Record<string, string[]>, texts: Record<string, string> = {}) =>
    answerFaults(questions, { choices, texts }).map(({ path }) => path);

  it('fits the boxes of the questions', () => {
    expect(faults({ known: ['yes'], needs: ['rides', 'food'] }, { said: 'Thanks' })).to.deep.equal([]);
    expect(faults({ known: ['yes', 'no'] })).to.deep.equal(['choices.known']);
    expect(faults({ needs: ['food', 'food'] })).to.deep.equal(['choices.needs']);
    expect(faults({ known: ['maybe'], other: ['yes'], said: ['x'] })).to.have.length(3);
    expect(faults({}, { known: 'yes' })).to.deep.equal(['texts.known']);
    expect(faults({})).to.deep.equal(['choices']);
  });

  it('names needs in the questions that ask for them', () => {
    expect(needsIn(questions, { choices: { known: ['yes'], needs: ['rides'] } })).to.deep.equal(['rides']);
  });
});

describe('The question bank', () => {
  it('asks every audience in both languages, with terms of the taxonomy, and no id twice', async () => {
    const folder = new URL('../../../data/surveys/', import.meta.url);
    const terms = JSON.parse(await readFile(new URL('../taxonomy/whole-child.json', folder), 'utf8'));
    const known = new Set(terms.map(({ id }: { id: string }) => id));
    const banks = await Promise.all(
      (await readdir(folder)).map(async (file) =>
        QuestionBank.parse(JSON.parse(await readFile(new URL(file, folder), 'utf8'))),
      ),
    );
    expect(banks.map(({ audience }) => audience)).to.have.members([...AUDIENCES]);
    const questions = banks.flatMap((bank) => bank.questions);
    expect(new Set(questions.map(({ id }) => id)).size).to.equal(questions.length);
    for (const question of questions) {
      expect(wordsIn(question.text, 'es'), question.id).to.not.equal(wordsIn(question.text, 'en'));
      if (question.kind === 'needs')
        expect(choicesOf(question).filter((id) => !known.has(id))).to.deep.equal([]);
    }
  });
});
