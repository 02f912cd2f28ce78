import { expect } from 'chai';
import fc from 'fast-check';
import {
  ENDED_STATES,
  isOpen,
  mayTurn,
  nextStates,
  PARTIES,
  REFERRAL_STATES,
  type ReferralState,
} from '../../../core/referrals/referral-state.ts';

/** Every way there is, written down by hand a second time: from, to, and who may (s school, p partner, t Trellis). */
const WAYS = `
  draft > requested s t
  draft > cancelled s t
  requested > received p
  requested > accepted s p
  requested > rejected s p
  requested > cancelled s t
  received > accepted s p
  received > rejected s p
  received > cancelled s t
  accepted > in-progress s p
  accepted > on-hold s p
  accepted > completed s p
  accepted > failed s p
  accepted > cancelled s t
  in-progress > on-hold s p
  in-progress > completed s p
  in-progress > failed s p
  in-progress > cancelled s t
  on-hold > in-progress s p
  on-hold > completed s p
  on-hold > failed s p
  on-hold > cancelled s t
`;
const LETTER = { school: 's', partner: 'p', system: 't' } as const;

function isListed(from: ReferralState, to: ReferralState, by: keyof typeof LETTER): boolean {
  return WAYS.split('\n').some((line) => {
    const [start, , end, ...who] = line.trim().split(' ');
    return start === from && end === to && who.includes(LETTER[by]);
  });
}

describe('A referral turns', () => {
  it('along the listed ways and no others', () => {
    for (const from of REFERRAL_STATES)
      for (const to of REFERRAL_STATES)
        for (const by of PARTIES)
          expect(mayTurn(from, to, by), `${from} > ${to} by ${by}`).to.equal(isListed(from, to, by));
  });

  it('never out of an end, never back to unsent, and never without the partner into received', () => {
    const anyWalk = fc.array(
      fc.record({ to: fc.constantFrom(...REFERRAL_STATES), by: fc.constantFrom(...PARTIES) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anyWalk, (tries) => {
        let state: ReferralState = 'draft';
        for (const { to, by } of tries) {
          if (!mayTurn(state, to, by)) continue;
          expect(isOpen(state)).to.equal(true);
          expect(to).to.not.equal('draft');
          if (to === 'received') expect(by).to.equal('partner');
          expect(nextStates(state, by)).to.include(to);
          state = to;
        }
        expect(isOpen(state)).to.equal(!ENDED_STATES.includes(state));
      }),
    );
  });

  it('to one of four ends', () => {
    expect([...ENDED_STATES].sort()).to.deep.equal(['cancelled', 'completed', 'failed', 'rejected']);
  });
});
