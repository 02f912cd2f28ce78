import { expect } from 'chai';
import type { z } from 'zod';
import { RoleGrant } from '../../../core/accounts/role.ts';
import type { Account } from '../../../server/accounts/account.ts';
import {
  mayEditOrganization,
  mayEditStudent,
  mayRunMatches,
  maySeeSchoolStudents,
  maySeeSmallNumbers,
  maySeeStudent,
} from '../../../server/accounts/policy.ts';

const student = (id: string, schoolId: string, districtId: string) => ({ id, schoolId, districtId });

/** Ours, the one next door in the same district, and one of another district. */
const own = student('ana', 'oak', 'north');
const sibling = student('ben', 'elm', 'north');
const foreign = student('cy', 'fir', 'south');
const scopes = { own, sibling, foreign };

/** Who asks, and which of own, sibling and foreign each decision opens. */
interface Row {
  who: string;
  account: Account | null;
  school: string;
  see: string;
  edit: string;
  run: string;
  runDistrict: string;
  small: string;
  organization: string;
}

const all = 'own sibling foreign';
const district = 'own sibling';
const none = '';

const rows: Row[] = [
  row('the public', null, {}),
  row('an account without grants', as(), {}),
  row('an administrator', as({ role: 'administrator' }), {
    school: all,
    see: all,
    edit: all,
    run: all,
    runDistrict: all,
    small: all,
    organization: all,
  }),
  row('an administrator of one district', as({ role: 'administrator', districtId: 'north' }), {
    school: district,
    see: district,
    edit: district,
    run: district,
    runDistrict: district,
    small: all,
    organization: all,
  }),
  row('a district leader', as({ role: 'district-leader' }), {
    school: all,
    see: all,
    run: all,
    runDistrict: all,
    small: all,
  }),
  row('a leader of one district', as({ role: 'district-leader', districtId: 'north' }), {
    school: district,
    see: district,
    run: district,
    runDistrict: district,
    small: all,
  }),
  row('a coordinator', as({ role: 'coordinator', schoolIds: ['oak'] }), {
    school: 'own',
    see: 'own',
    edit: 'own',
    run: 'own',
    small: 'own',
  }),
  row('a coordinator of two schools', as({ role: 'coordinator', schoolIds: ['oak', 'elm'] }), {
    school: district,
    see: district,
    edit: district,
    run: district,
    small: district,
  }),
  row('a coordinator of no school', as({ role: 'coordinator' }), {}),
  row('a coordinator whose grant names a district', as({ role: 'coordinator', districtId: 'north' }), {}),
  row('staff', as({ role: 'staff', schoolIds: ['oak'] }), { school: 'own', see: 'own' }),
  row('a family', as({ role: 'family', studentIds: ['ana'] }), { see: 'own' }),
  row('a family with a school by mistake', as({ role: 'family', schoolIds: ['oak'] }), {}),
  row('a community leader', as({ role: 'community-leader' }), { organization: all }),
  row('a community leader of one organization', as({ role: 'community-leader', organizationIds: ['own'] }), {
    organization: 'own',
  }),
  row(
    'a community leader with schools and students by mistake',
    as({ role: 'community-leader', schoolIds: ['oak'], studentIds: ['ana'], organizationIds: ['x'] }),
    {},
  ),
  row('a partner', as({ role: 'partner', organizationIds: ['own'] }), { organization: 'own' }),
  row('a partner of no organization', as({ role: 'partner' }), {}),
  row(
    'a partner with schools and students by mistake',
    as({ role: 'partner', schoolIds: ['oak'], studentIds: ['ana'] }),
    {},
  ),
  row(
    'staff who is a parent at the school next door',
    as({ role: 'staff', schoolIds: ['oak'] }, { role: 'family', studentIds: ['ben'] }),
    { school: 'own', see: district },
  ),
  row('a switched-off administrator', { ...as({ role: 'administrator' }), active: false }, {}),
];

describe('Who may see and change what', () => {
  for (const { who, account, ...expected } of rows) {
    describe(who, () => {
      decides('the students of a school', expected.school, (s) => maySeeSchoolStudents(account, s));
      decides('a student', expected.see, (s) => maySeeStudent(account, s));
      decides('a change of a student', expected.edit, (s) => mayEditStudent(account, s));
      decides('matches of a school', expected.run, (s) =>
        mayRunMatches(account, { scope: 'school', districtId: s.districtId, schoolIds: [s.schoolId] }),
      );
      decides('matches of a district', expected.runDistrict, (s) =>
        mayRunMatches(account, { scope: 'district', districtId: s.districtId, schoolIds: [s.schoolId] }),
      );
      decides('small numbers of a school', expected.small, (s) => maySeeSmallNumbers(account, s.schoolId));
      decides('a change of an organization', expected.organization, (_s, name) =>
        mayEditOrganization(account, name),
      );
    });
  }

  it('lets a coordinator match students only while all of them are at own schools', () => {
    const coordinator = as({ role: 'coordinator', schoolIds: ['oak'] });
    const run = (schoolIds: string[]) =>
      mayRunMatches(coordinator, { scope: 'students', districtId: 'north', schoolIds });
    expect([run(['oak']), run(['oak', 'elm']), run([])]).to.deep.equal([true, false, false]);
  });
});

function decides(what: string, expected: string, ask: (scope: typeof own, name: string) => boolean): void {
  it(`opens ${what} for: ${expected || 'nothing'}`, () => {
    const opened = Object.entries(scopes).filter(([name, scope]) => ask(scope, name));
    expect(opened.map(([name]) => name).join(' ')).to.equal(expected);
  });
}

function as(...grants: z.input<typeof RoleGrant>[]): Account {
  return {
    id: 'a',
    email: 'a@example.org',
    name: 'A',
    language: 'en',
    active: true,
    demo: false,
    grants: grants.map((grant) => RoleGrant.parse(grant)),
  };
}

function row(who: string, account: Account | null, opens: Partial<Omit<Row, 'who' | 'account'>>): Row {
  const nothing = {
    school: none,
    see: none,
    edit: none,
    run: none,
    runDistrict: none,
    small: none,
    organization: none,
  };
  return { who, account, ...nothing, ...opens };
}
