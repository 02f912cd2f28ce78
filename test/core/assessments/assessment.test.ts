import { expect } from 'chai';
import fc from 'fast-check';
import { isOverdue } from '../../../core/assessments/action.ts';
import type { Level } from '../../../core/assessments/framework.ts';
import { goalState } from '../../../core/assessments/goal.ts';
import { groupFigures, nearestLevel } from '../../../core/assessments/group-figures.ts';
import { questionsInYear } from '../../../core/assessments/question-list.ts';

const questions = [
  { id: 'a1', group: 'a' },
  { id: 'a2', group: 'a' },
  { id: 'b1', group: 'b' },
];
const rated = (question: string, level: Level | null, number = 1) => ({ question, level, number });

describe('Where a school stands', () => {
  it('is the mean of the questions that are rated, group by group; of none it is nothing, not zero', () => {
    expect(groupFigures(questions, [rated('a1', 2), rated('a2', 3)])).to.deep.equal([
      { group: 'a', asked: 2, rated: 2, mean: 2.5 },
      { group: 'b', asked: 1, rated: 0, mean: null },
    ]);
  });

  it('goes by the newest rating of each question, in whatever order they come', () => {
    const all = [
      rated('a1', 1, 1),
      rated('a1', 4, 3),
      rated('a1', 2, 2),
      rated('b1', 3),
      rated('b1', null, 2),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (ratings) => {
        const [a, b] = groupFigures(questions, ratings);
        expect(a).to.include({ rated: 1, mean: 4 });
        expect(b).to.include({ rated: 0, mean: null });
      }),
    );
  });

  it('leaves out what is not asked any more', () => {
    expect(groupFigures(questions, [rated('gone', 4)]).every(({ mean }) => mean === null)).to.equal(true);
  });
});

describe('A mean', () => {
  it('is called by the nearest level, and never by a higher one than it is halfway to', () => {
    expect([1, 1.5, 1.6, 2.5, 2.6, 3.5, 3.6, 4].map(nearestLevel)).to.deep.equal([1, 1, 2, 2, 3, 3, 4, 4]);
  });
});

describe('A goal of a district', () => {
  const onQuestion = { on: { kind: 'question', id: 'a1' }, target: 3 } as const;
  const onGroup = { on: { kind: 'group', id: 'a' }, target: 3 } as const;

  it('on a question is met from its level on', () => {
    expect(goalState(onQuestion, questions, [])).to.equal('not-rated');
    expect(goalState(onQuestion, questions, [rated('a1', 2)])).to.equal('not-yet');
    expect(goalState(onQuestion, questions, [rated('a1', 3)])).to.equal('met');
    expect(goalState(onQuestion, questions, [rated('a1', 4), rated('a1', null, 2)])).to.equal('not-rated');
  });

  it('on a group is met on the average, and never by leaving questions out', () => {
    expect(goalState(onGroup, questions, [rated('b1', 4)])).to.equal('not-rated');
    expect(goalState(onGroup, questions, [rated('a1', 4)])).to.equal('not-yet');
    expect(goalState(onGroup, questions, [rated('a1', 4), rated('a2', 1)])).to.equal('not-yet');
    expect(goalState(onGroup, questions, [rated('a1', 4), rated('a2', 2)])).to.equal('met');
  });
});

describe('The questions of a year', () => {
  const ask = (id: string) => ({ id, group: 'a', text: { en: id }, figures: [] });
  const standard = [ask('standard')];
  const versions = [
    { questions: [ask('third')], savedAt: '2027-07-01T00:00:00.000Z' },
    { questions: [ask('second')], savedAt: '2027-06-30T23:00:00.000Z' },
    { questions: [ask('first')], savedAt: '2026-09-01T00:00:00.000Z' },
  ];

  it('are those that were saved last before its end: a later change leaves past years as they were', () => {
    const in_ = (year: number) => questionsInYear(versions, standard, year)[0]?.id;
    expect([2025, 2026, 2027, 2030].map(in_)).to.deep.equal(['standard', 'second', 'third', 'third']);
  });
});

describe('An action', () => {
  it('is overdue the day after its day, while it is open', () => {
    expect(isOverdue({ state: 'open', dueOn: '2026-11-02' }, '2026-11-02')).to.equal(false);
    expect(isOverdue({ state: 'open', dueOn: '2026-11-02' }, '2026-11-03')).to.equal(true);
    expect(isOverdue({ state: 'done', dueOn: '2026-11-02' }, '2026-11-03')).to.equal(false);
  });
});
