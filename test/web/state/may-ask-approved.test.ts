import { expect } from 'chai';
import { ROLES, RoleGrant } from '../../../core/accounts/role.ts';
import { decide } from '../../../core/policy/decide.ts';
import { mayAskApproved } from '../../../web/state/may-ask-approved.ts';

describe('The filter for approved partners', () => {
  it('is offered to those to whom the policy opens it, and to nobody else', () => {
    for (const role of ROLES)
      for (const school of ['own', 'other']) {
        const grant = RoleGrant.parse({ role, districtId: 'd', schoolIds: ['own'], organizationIds: ['o'] });
        const account = {
          id: 'a',
          name: 'A',
          email: 'a@example.org',
          language: 'en' as const,
          grants: [grant],
        };
        const who = { id: 'a', active: true, grants: [grant] };
        const resource = { districtId: 'd', schoolIds: [school] };
        const { allowed } = decide(who, 'approvals.read', resource);
        expect(mayAskApproved(account, school), `${role} ${school}`).to.equal(allowed);
        expect(mayAskApproved(account, null), role).to.equal(false);
      }
    expect(mayAskApproved(null, 'own')).to.equal(false);
  });
});
