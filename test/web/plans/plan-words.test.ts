import { expect } from 'chai';
import type { PlanFairness, PlanSummary } from '../../../core/placement/plan.ts';
import { Problem } from '../../../web/api/problem.ts';
import { betterSentence } from '../../../web/parts/plans/compare-words.ts';
import { outcomeWords } from '../../../web/parts/plans/outcome-words.ts';
import {
  bestSentence,
  gapSentence,
  groupName,
  placedSentence,
  planFindingWords,
  proofSentences,
  withoutWords,
} from '../../../web/parts/plans/plan-words.ts';
import { pairOf } from '../../../web/parts/plans/row-choices.ts';
import { conflictsOf, withChanged } from '../../../web/parts/plans/use-plan.ts';
import { type PlansTexts, plansEn } from '../../../web/text/plans-en.ts';
import { createTranslate } from '../../../web/text/translate.ts';
import { wording } from '../work/wording.ts';
import { planRow, unplaced } from './plan-rows.ts';

const t = createTranslate<PlansTexts>('en', plansEn);
const words = { t, say: wording('en').say };

const summary: PlanSummary = {
  ...{
    id: 'p',
    whole: true,
    number: 7,
    title: '',
    params: { scope: 'district' },
    createdAt: '2026-09-01T12:00Z',
  },
  counts: { proposed: 2000, accepted: 310, refused: 0, unplaced: 90 },
  ...{ byUrgency: [], total: 1800, meanScore: 0.78, findings: [], undo: null, stale: false },
  certificate: {
    ...{ optimal: true, checkedAt: '2026-09-01T12:00Z', gap: 0, requests: 2400, edges: 31_000 },
    ...{ solveMs: 400, checkMs: 12 },
  },
};

describe('A plan in words', () => {
  it('says how many needs have a place', () => {
    expect(placedSentence(summary, t)).to.equal('2,310 of 2,400 needs have a place.');
    expect(placedSentence({ counts: { proposed: 0, accepted: 0, refused: 0, unplaced: 0 } }, t)).to.equal(
      'There was no need to plan for.',
    );
  });

  it('says that nothing better is possible only where that was checked, and of its making after a refusal', () => {
    expect(bestSentence(summary, words)).to.equal('Nothing better is possible (checked).');
    const refused = { ...summary, counts: { ...summary.counts, refused: 1 } };
    expect(bestSentence(refused, words)).to.contain('When it was made');
    const near = { ...summary, certificate: { ...summary.certificate, optimal: false, gap: 1.25 } };
    expect(bestSentence(near, words)).to.contain('at most 1.25 points');
    expect(proofSentences(near.certificate, words)[0]).to.contain('1.25 points below');
  });

  it('says why a need goes without', () => {
    expect(withoutWords(unplaced('1'), t)).to.equal('nothing fits');
    expect(withoutWords({ ...unplaced('1'), without: 'no-room', choices: 2 }, t)).to.contain('2 fit');
  });

  it('says what planning met, in its own words where it has some', () => {
    const finding = { code: 'places-unknown', count: 3, values: { taken: 3 }, offers: [] };
    expect(planFindingWords(finding, t)).to.contain('takes 3 at each as free');
    expect(planFindingWords({ ...finding, code: 'point-missing' }, t)).to.equal(undefined);
  });
});

describe('Fairness in words', () => {
  const row = (group: string, share: number | null) => ({
    ...{
      group,
      label: group,
      needs: 20,
      placed: 10,
      share,
      end: null,
      meanScore: 0.5,
      hidden: share === null,
    },
  });
  const fairness = (rows: PlanFairness['rows'], gap: number | null): PlanFairness => ({
    ...{ by: 'school', rows, gap, threshold: 10 },
  });

  it('names the best and the worst served group and what lies between, never a hidden one', () => {
    const said = gapSentence(fairness([row('Cedar', 0.6), row('Oak', null), row('Willow', 0.9)], 0.3), words);
    expect(said).to.equal(
      'The largest gap is 30 points: Willow has a place for 90% of its needs, Cedar for 60%.',
    );
  });

  it('says where nothing lies between, and where nothing can be told', () => {
    expect(gapSentence(fairness([row('Cedar', 0.6), row('Oak', 0.6)], 0), words)).to.contain(
      'the same share',
    );
    expect(gapSentence(fairness([row('Cedar', 0.6)], null), words)).to.contain('not two groups');
  });

  it('calls groups as people do', () => {
    expect(groupName('grade', row('0', 1), words)).to.equal('Kindergarten');
    expect(groupName('language', row('es', 1), words)).to.equal('Spanish');
    expect(groupName('locale', row('rural', 1), words)).to.equal('Countryside');
    expect(groupName('language', row('unknown', 1), words)).to.equal('Not known');
    expect(groupName('school', { ...row('id-7', 1), label: 'Cedar Hollow' }, words)).to.equal('Cedar Hollow');
  });
});

describe('Two plans in words', () => {
  it('say which has places for more needs and whose scores are higher, which may be the other one', () => {
    const other = {
      ...{ ...summary, number: 9, total: 1790.5 },
      counts: { proposed: 2012, accepted: 310, refused: 0, unplaced: 78 },
    };
    const said = 'Plan 9 has places for 12 needs more than Plan 7. The scores of Plan 7 add up to 9.50 more.';
    expect(betterSentence(summary, other, words)).to.equal(said);
    expect(betterSentence(other, summary, words)).to.equal(said);
    expect(betterSentence(summary, { ...summary, number: 9 }, words)).to.equal(
      'Both have a place for as many needs.',
    );
  });
});

describe('What came of a decision', () => {
  it('says what was done and what could not be done', () => {
    const conflicts = new Map([['2', 'full' as const]]);
    expect(outcomeWords({ act: 'accept', changed: 3, conflicts }, t)).to.equal(
      '3 needs accepted. 1 need could not be changed. Its line says why.',
    );
    expect(outcomeWords({ act: 'accept', changed: 0, conflicts: new Map() }, t)).to.contain('Nothing had to');
    expect(outcomeWords({ act: 'undo', changed: 2, conflicts: new Map() }, t)).to.equal('Undone.');
  });

  it('reads from a refusal why each row could not be changed, and from another problem nothing', () => {
    const errors = [
      { path: '2', message: 'full' },
      { path: '3', message: 'no such code' },
    ];
    expect([...conflictsOf(new Problem(409, 'plan-conflicts', '', errors))]).to.deep.equal([['2', 'full']]);
    expect(conflictsOf(new Problem(409, 'other', '', errors)).size).to.equal(0);
  });

  it('puts changed rows in their places', () => {
    const rows = [planRow('1'), planRow('2')];
    const changed = planRow('2', { state: 'accepted' });
    expect(withChanged(rows, [changed])).to.deep.equal([rows[0], changed]);
  });

  it('can keep together two rows of two students, and no others', () => {
    const [a, b] = [planRow('1'), planRow('2', { togetherWith: ['1'] })];
    expect(pairOf([a, b])).to.deep.equal({ rows: ['1', '2'], together: false });
    expect(pairOf([b, a])).to.deep.equal({ rows: ['2', '1'], together: true });
    expect(pairOf([a, { ...b, studentId: a.studentId }])).to.equal(null);
    expect(pairOf([a])).to.equal(null);
  });
});
