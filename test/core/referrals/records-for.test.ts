import { expect } from 'chai';
import { neededRecord, recordsFor } from '../../../core/referrals/referral.ts';
import { REFERRAL_STATES } from '../../../core/referrals/referral-state.ts';

/** From when on a partner may know who it is. */
const AFTER_YES = ['accepted', 'in-progress', 'on-hold'];

describe('What a partner is to know of a referral', () => {
  it('is who it is only after a yes, and nothing before it is sent or once it has ended', () => {
    for (const state of REFERRAL_STATES) {
      const records = recordsFor({ wish: 'need', state });
      expect(records.includes('name') && records.includes('contacts'), state).to.equal(
        AFTER_YES.includes(state),
      );
      const isOpen = [...AFTER_YES, 'requested', 'received'].includes(state);
      expect(records.includes('needs'), state).to.equal(isOpen);
      if (!isOpen) expect(records).to.deep.equal([]);
    }
  });

  it('is of an interest never the needs, and never which other services fit', () => {
    for (const state of REFERRAL_STATES) {
      expect(recordsFor({ wish: 'interest', state })).to.not.include('needs');
      expect(recordsFor({ wish: 'interest', state })).to.not.include('matches');
    }
    expect(neededRecord({ wish: 'interest' })).to.equal('interests');
  });
});
