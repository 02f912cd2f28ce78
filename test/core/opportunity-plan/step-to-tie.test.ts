import { expect } from 'chai';
import fc from 'fast-check';
import { foldChanges } from '../../../core/opportunity-plan/fold-changes.ts';
import { planOf, type Step } from '../../../core/opportunity-plan/plan-of.ts';
import { recordEdits } from '../../../core/opportunity-plan/record-edits.ts';
import { referralToTie, stepToTie } from '../../../core/opportunity-plan/step-to-tie.ts';
import type { ReferralState } from '../../../core/referrals/referral-state.ts';
import { edit, histories, withChange } from './written-plans.ts';

const step = (change: Partial<Step>): Step => ({
  id: 'step',
  text: 'Visit',
  helper: '',
  state: 'not-started',
  offer: 'offer',
  ...change,
});

describe('The step that became a referral', () => {
  it('is the first one for the same place that is not over', () => {
    const steps = [
      step({ id: 'elsewhere', offer: 'other' }),
      step({ id: 'done', state: 'done' }),
      step({ id: 'dropped', state: 'dropped' }),
      step({ id: 'first' }),
      step({ id: 'second' }),
    ];
    expect(stepToTie(steps, { offerId: 'offer' }, () => undefined)?.id).to.equal('first');
    expect(stepToTie(steps, { offerId: 'nowhere' }, () => undefined)).to.equal(undefined);
  });

  it('takes a new referral only where the one it has ended without help', () => {
    const tied = [step({ referral: 'r1' })];
    const takes = (state: ReferralState | undefined) =>
      stepToTie(tied, { offerId: 'offer' }, () => state) !== undefined;
    const states: ReferralState[] = ['draft', 'requested', 'accepted', 'on-hold', 'completed'];
    expect(states.map(takes)).to.deep.equal(states.map(() => false));
    expect((['rejected', 'cancelled', 'failed'] as const).map(takes)).to.deep.equal([true, true, true]);
    expect(takes(undefined), 'the referral is not kept any more').to.equal(true);
  });

  it('keeps its referral whatever is written, moved and taken back around it', () => {
    fc.assert(
      fc.property(histories, histories, (before, after) => {
        const tie = [edit('steps/step-one/text', 99, 'Visit'), edit('steps/step-one/referral', 0, 'r1')];
        const tied = withChange(before, recordEdits(foldChanges(before), tie));
        const others = after.flatMap(({ edits, undoes }) =>
          undoes === undefined ? [edits.filter(({ field }) => field !== 'steps/step-one/text')] : [],
        );
        const plan = others.reduce((changes, edits) => withChange(changes, edits), tied);
        const shown = planOf(foldChanges(plan)).steps.filter(({ referral }) => referral === 'r1');
        return (
          shown.every(({ id }) => id === 'step-one') &&
          foldChanges(plan).get('steps/step-one/referral')?.value === 'r1'
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('The referral that a step may be tied to', () => {
  const newestFirst: [string, { offerId: string }][] = [
    ['new', { offerId: 'offer' }],
    ['old', { offerId: 'offer' }],
    ['other', { offerId: 'elsewhere' }],
  ];

  it('is the newest for the same place that no step has', () => {
    expect(referralToTie({ offer: 'offer' }, [], newestFirst)).to.equal('new');
    expect(referralToTie({ offer: 'offer' }, [{ referral: 'new' }], newestFirst)).to.equal('old');
    expect(
      referralToTie({ offer: 'offer' }, [{ referral: 'new' }, { referral: 'old' }], newestFirst),
    ).to.equal(undefined);
  });

  it('is none for a step without a place, or that has one', () => {
    expect(referralToTie({}, [], newestFirst)).to.equal(undefined);
    expect(referralToTie({ offer: 'offer', referral: 'old' }, [], newestFirst)).to.equal(undefined);
  });
});
