import { expect } from 'chai';
import { tellsReferral } from '../../../core/webhooks/tells-referral.ts';

const referral = { districtId: 'd', organizationId: 'o' };
const sent = { from: 'draft', to: 'requested' } as const;

describe('Of a referral that changes', () => {
  it('hears a webhook of its own district, or of no district', () => {
    expect(tellsReferral({ districtId: 'd' }, referral, sent)).to.equal(true);
    expect(tellsReferral({}, referral, sent)).to.equal(true);
    expect(tellsReferral({ districtId: 'other' }, referral, sent)).to.equal(false);
  });

  it('hears a webhook of a partner only where it is the partner’s own, and of the same district', () => {
    expect(tellsReferral({ districtId: 'd', organizationId: 'o' }, referral, sent)).to.equal(true);
    expect(tellsReferral({ districtId: 'd', organizationId: 'p' }, referral, sent)).to.equal(false);
    expect(tellsReferral({ districtId: 'e', organizationId: 'o' }, referral, sent)).to.equal(false);
  });

  it('tells no partner of a draft that was never sent', () => {
    const dropped = { from: 'draft', to: 'cancelled' } as const;
    expect(tellsReferral({ organizationId: 'o' }, referral, dropped)).to.equal(false);
    expect(tellsReferral({}, referral, dropped)).to.equal(true);
  });
});
