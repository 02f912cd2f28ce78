import { expect } from 'chai';
import { SurveyQuestion } from '../../../core/surveys/question.ts';
import { toldWishes } from '../../../core/surveys/told-wishes.ts';

describe('What a survey found to be needed', () => {
  it('is told where it may be told, nobody offers it, and it was asked as a need', () => {
    const questions = [
      { kind: 'needs', id: 'needs', text: { en: 'What?' }, terms: ['food', 'rides'] },
      {
        kind: 'many',
        id: 'many',
        text: { en: 'Which?' },
        options: ['x', 'y'].map((id) => ({ id, text: { en: id } })),
      },
    ].map((question) => SurveyQuestion.parse(question));
    const group = (schoolIds: string[], food: number | null, rides: number | null) => ({
      schoolIds,
      answersFrom: 20,
      questions: [
        { id: 'needs', counts: { food, rides }, texts: null },
        { id: 'many', counts: { x: 14, y: null }, texts: null },
      ],
    });
    const results = { threshold: 10, groups: [group(['a'], 12, 13), group(['b', 'c'], null, 15)] };
    const survey = { questions, results, countedAt: '2026-10-02T10:00:00Z' };
    const entry = { source: 'survey', term: 'rides', from: '2026-10', to: '2026-10' };
    expect(toldWishes(survey, (term) => term === 'food')).to.deep.equal([
      { ...entry, where: 'school', schoolId: 'a', times: 13 },
      { ...entry, where: 'several', times: 15 },
    ]);
  });
});
