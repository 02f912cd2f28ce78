import { expect } from 'chai';
import { ROLES } from '../../../core/accounts/role.ts';
import {
  draftErrors,
  emptyGrant,
  lacksScope,
  ROLES_TO_GIVE,
} from '../../../web/parts/accounts/person-draft.ts';

const leader = emptyGrant('community-leader', 'north');
const draft = {
  name: 'Rosa',
  email: 'rosa@example.org',
  language: 'en',
  grants: [leader],
  administratorMeant: false,
};

describe('What is typed about a person', () => {
  it('may be saved when nothing is missing', () => {
    expect(draftErrors(draft, [])).to.deep.equal({});
  });

  it('needs a name and an address', () => {
    expect(draftErrors({ ...draft, name: ' ', email: 'rosa' }, [])).to.deep.equal({
      name: 'person.nameMissing',
      email: 'person.emailMissing',
    });
  });

  it('needs what a role is held for, where it is held for something', () => {
    const lacking = ROLES.filter((role) => lacksScope(emptyGrant(role, 'north')));
    expect(lacking).to.have.members(['coordinator', 'staff', 'partner', 'family', 'student']);
    const coordinator = emptyGrant('coordinator', 'north');
    expect(draftErrors({ ...draft, grants: [coordinator] }, [])).to.deep.equal({
      grants: 'person.scopeMissing',
    });
    expect(draftErrors({ ...draft, grants: [{ ...coordinator, schoolIds: ['oak'] }] }, [])).to.deep.equal({});
  });

  it('asks on purpose before somebody becomes an administrator, and not of one who is', () => {
    const grants = [emptyGrant('administrator', 'north')];
    expect(draftErrors({ ...draft, grants }, [])).to.deep.equal({ grants: 'person.administratorMissing' });
    expect(draftErrors({ ...draft, grants, administratorMeant: true }, [])).to.deep.equal({});
    expect(draftErrors({ ...draft, grants }, grants)).to.deep.equal({});
  });

  it('offers every role, the one that opens everything last', () => {
    expect(ROLES_TO_GIVE).to.have.members([...ROLES]);
    expect(ROLES_TO_GIVE.at(-1)).to.equal('administrator');
  });
});
