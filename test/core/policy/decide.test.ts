import { expect } from 'chai';
import type { z } from 'zod';
import { RoleGrant } from '../../../core/accounts/role.ts';
import { ACTIONS, type Action } from '../../../core/policy/actions.ts';
import { decide, dependsOnRecord, mayEver, type Subject } from '../../../core/policy/decide.ts';
import type { Resource } from '../../../core/policy/resource.ts';
import { isOfAge, studentResource } from '../../../core/policy/student-resource.ts';

const student = (id: string, schoolId: string, districtId: string) => ({ id, schoolId, districtId });

/** Ours, the one next door in the same district, and one of another district. */
const own = student('ana', 'oak', 'north');
const sibling = student('ben', 'elm', 'north');
const foreign = student('cy', 'fir', 'south');
const scopes = { own, sibling, foreign };

/** Who asks, and which of own, sibling and foreign each decision opens. */
interface Row {
  who: string;
  account: Subject | null;
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
    small: district,
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
    small: district,
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
      const opens = (action: Action, resource: Resource) => decide(account, action, resource).allowed;
      const ofSchool = ({ schoolId, districtId }: typeof own) => ({ schoolIds: [schoolId], districtId });
      const ofStudent = (s: typeof own) => studentResource(s, '2026-11-22');
      decides('the students of a school', expected.school, (s) => opens('students.list', ofSchool(s)));
      decides('a student', expected.see, (s) => opens('student.read', ofStudent(s)));
      decides('a change of a student', expected.edit, (s) => opens('student.change', ofStudent(s)));
      decides('matches of a school', expected.run, (s) => opens('matches.run', ofSchool(s)));
      decides('matches of a district', expected.runDistrict, (s) =>
        opens('matches.run', { districtId: s.districtId, schoolIds: [] }),
      );
      decides('small numbers of a school', expected.small, (s) => {
        const decision = decide(account, 'school-needs.read', ofSchool(s));
        return decision.allowed && !decision.redact.has('small-numbers');
      });
      decides('a change of an organization', expected.organization, (_s, name) =>
        opens('capacity.change', { organizationId: name }),
      );
    });
  }

  it('lets a coordinator match students only while all of them are at own schools', () => {
    const coordinator = as({ role: 'coordinator', schoolIds: ['oak'] });
    const run = (schoolIds: string[]) =>
      decide(coordinator, 'matches.run', { districtId: 'north', schoolIds }).allowed;
    expect([run(['oak']), run(['oak', 'elm']), run([])]).to.deep.equal([true, false, false]);
  });

  it('takes out of an answer only what every grant that opens it would take out', () => {
    const both = as({ role: 'staff', schoolIds: ['oak'] }, { role: 'coordinator', schoolIds: ['oak'] });
    const needs = (who: Subject) =>
      decide(who, 'school-needs.read', { schoolIds: ['oak'], districtId: 'north' });
    const redacted = (who: Subject) => {
      const decision = needs(who);
      return decision.allowed ? [...decision.redact] : 'refused';
    };
    expect(redacted(as({ role: 'staff', schoolIds: ['oak'] }))).to.deep.equal(['small-numbers']);
    expect(redacted(both)).to.deep.equal([]);
  });

  it('keeps circumstances for those who look after the student and those who hold the rights', () => {
    const sees = (who: Subject, birthMonth = '2015-05') => {
      const decision = decide(who, 'student.read', studentResource({ ...own, birthMonth }, '2026-11-22'));
      return decision.allowed && !decision.redact.has('circumstances');
    };
    const herself = as({ role: 'student', studentIds: ['ana'] });
    expect(sees(as({ role: 'administrator' }))).to.equal(true);
    expect(sees(as({ role: 'coordinator', schoolIds: ['oak'] }))).to.equal(true);
    expect(sees(as({ role: 'family', studentIds: ['ana'] }))).to.equal(true);
    expect(sees(as({ role: 'staff', schoolIds: ['oak'] }))).to.equal(false);
    expect(sees(as({ role: 'district-leader' }))).to.equal(false);
    expect(sees(herself)).to.equal(false);
    expect(sees(herself, '2007-05')).to.equal(true);
    const teacherAndMother = as(
      { role: 'staff', schoolIds: ['oak'] },
      { role: 'family', studentIds: ['ana'] },
    );
    expect(sees(teacherAndMother)).to.equal(true);
  });

  it('takes reading from the family when the student is of age for certain, and gives it to the student at any age', () => {
    const family = as({ role: 'family', studentIds: ['ana'] });
    const herself = as({ role: 'student', studentIds: ['ana'] });
    const read = (who: Subject, birthMonth: string | undefined, today: string) =>
      decide(who, 'student.read', studentResource({ ...own, birthMonth }, today)).allowed;
    expect(read(family, '2008-11', '2026-11-30')).to.equal(true);
    expect(read(family, '2008-11', '2026-12-01')).to.equal(false);
    expect(read(family, undefined, '2026-12-01')).to.equal(true);
    expect(read(herself, '2012-01', '2026-12-01')).to.equal(true);
    expect(isOfAge('2008-12', '2026-12-31')).to.equal(false);
  });

  it('lets nothing be changed through another’s eyes', () => {
    const viewed = { ...as({ role: 'coordinator', schoolIds: ['oak'] }), viewedBy: 'admin' };
    const resource = studentResource(own, '2026-11-22');
    expect(decide(viewed, 'student.read', resource).allowed).to.equal(true);
    expect(decide(viewed, 'student.change', resource).allowed).to.equal(false);
    expect(mayEver(viewed, 'session.begin')).to.equal(false);
  });

  it('knows which answers depend on the record', () => {
    expect(dependsOnRecord('directory.read')).to.equal(false);
    expect(dependsOnRecord('gaps.run')).to.equal(false);
    expect(dependsOnRecord('student.read')).to.equal(true);
    expect(dependsOnRecord('gaps.cancel')).to.equal(true);
  });

  it('opens nothing but the public actions to the public', () => {
    const opened = (Object.keys(ACTIONS) as Action[]).filter((action) => mayEver(null, action));
    expect(opened.filter((action) => !('public' in ACTIONS[action]))).to.deep.equal([]);
  });
});

function decides(what: string, expected: string, ask: (scope: typeof own, name: string) => boolean): void {
  it(`opens ${what} for: ${expected || 'nothing'}`, () => {
    const opened = Object.entries(scopes).filter(([name, scope]) => ask(scope, name));
    expect(opened.map(([name]) => name).join(' ')).to.equal(expected);
  });
}

function as(...grants: z.input<typeof RoleGrant>[]): Subject {
  return {
    id: 'a',
    active: true,
    grants: grants.map((grant) => RoleGrant.parse(grant)),
  };
}

function row(who: string, account: Subject | null, opens: Partial<Omit<Row, 'who' | 'account'>>): Row {
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
