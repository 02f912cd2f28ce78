import { expect } from 'chai';
import fc from 'fast-check';
import { isLate, type Ordered, orderReferrals } from '../../../core/referrals/order-referrals.ts';
import { isOpen, isUnanswered, REFERRAL_STATES } from '../../../core/referrals/referral-state.ts';

const NOW = '2026-11-22T12:00:00.000Z';
const moment = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`);
const anyReferral: fc.Arbitrary<Ordered> = fc.record(
  { id: fc.uuid(), state: fc.constantFrom(...REFERRAL_STATES), stateAt: moment, dueAt: moment },
  { requiredKeys: ['id', 'state', 'stateAt'] },
);
const anyList = fc.uniqueArray(anyReferral, { selector: ({ id }) => id, maxLength: 30 });

describe('Referrals in order', () => {
  it('begin with late answers, then what waits, and end with what is over', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const classes = orderReferrals(list, NOW).map((one) =>
          isLate(one, NOW) ? 0 : isUnanswered(one.state) ? 1 : isOpen(one.state) ? 2 : 3,
        );
        expect(classes).to.deep.equal([...classes].sort());
      }),
    );
  });

  it('put first what has waited longest, and of what is over the newest', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const ordered = orderReferrals(list, NOW);
        for (const state of REFERRAL_STATES) {
          const same = ordered
            .filter((one) => one.state === state && !isLate(one, NOW))
            .map(({ stateAt }) => stateAt);
          const sorted = [...same].sort();
          expect(same).to.deep.equal(isOpen(state) ? sorted : sorted.reverse());
        }
      }),
    );
  });

  it('are the same in whatever order they come', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        expect(orderReferrals([...list].reverse(), NOW)).to.deep.equal(orderReferrals(list, NOW));
      }),
    );
  });
});
