import { expect } from 'chai';
import { readRosterUser } from '../../../../core/imports/oneroster/read-roster-user.ts';
import { RosterFacts, type RosterFields } from '../../../../core/imports/oneroster/roster-facts.ts';

const SCHOOLS = ['north', 'south'];
const schoolOf = (org: string) => SCHOOLS.indexOf(org);
const silent = () => undefined;

describe('A user of a roster', () => {
  let facts: RosterFacts;
  beforeEach(() => {
    facts = new RosterFacts(schoolOf);
  });
  const read = (row: RosterFields, isRoleKnown = true) =>
    readRosterUser({ id: 'u', role: 'student', ...row }, facts, schoolOf, isRoleKnown);

  it('is a student by its own role or by that of roles; nobody else is read', () => {
    facts.role({ id: 'by-roles', role: 'Student', org: 'north' });
    facts.role({ id: 'over', role: 'student', org: 'north', status: 'tobedeleted' });
    expect(read({ id: 'by-roles', role: '' })).to.include({ isSure: true, school: 0 });
    expect(read({ role: 'teacher' })).to.equal(undefined);
    expect(read({ id: 'over', role: '' })).to.equal(undefined);
    expect(read({ id: 'over', role: '' }, false)).to.include({ isSure: false });
  });

  it('goes to the primary school, else to the named one that lessons agree with, else to the first', () => {
    facts.enrollment({ id: 'u', role: 'student', org: 'south' });
    expect(read({ primary_org: 'north', orgs: 'south' })?.school).to.equal(0);
    expect(read({ orgs: 'north,south' })?.school).to.equal(1);
    expect(read({ orgs: 'district,north' })?.school).to.equal(0);
    expect(read({ orgs: 'district' })?.school).to.equal(1);
    expect(read({ id: 'other', orgs: 'district' })?.school).to.equal(-1);
  });

  it('has the first grade that is one, else that of its classes where they agree', () => {
    facts.class({ id: 'c-4', grades: '04' });
    facts.class({ id: 'c-5', grades: '05' });
    facts.class({ id: 'mixed', grades: '04,05' });
    for (const [id, lesson] of [
      ['one', 'c-4'],
      ['one', 'mixed'],
      ['two', 'c-4'],
      ['two', 'c-5'],
      ['two', 'c-4'],
    ])
      facts.enrollment({ id: id ?? '', role: 'student', class: lesson ?? '' });
    expect(read({ grades: 'Other,03' })?.fields.grade).to.equal('3');
    expect(read({ grades: 'PR' })?.fields.grade).to.equal('-1');
    expect(read({ id: 'one', grades: '' })?.fields.grade).to.equal('4');
    expect(read({ id: 'two' })?.fields.grade).to.equal(undefined);
  });

  it('tells a date of birth that is none from one that nobody told', () => {
    const notes: string[] = [];
    const take = (id: string, birth_date: string) =>
      facts.demographics({ id, birth_date }, ({ code }) => void notes.push(code));
    take('u', '2015-04-17');
    take('bad', '31 June');
    take('empty', '');
    const born = (id: string) => read({ id })?.fields.birth_date;
    expect(['u', 'bad', 'empty', 'nobody'].map(born)).to.deep.equal(['2015-04-17', undefined, '', undefined]);
    expect(notes).to.deep.equal(['bad-date']);
  });

  it('has left where the file says so', () => {
    for (const status of ['tobedeleted', 'ToBeDeleted', 'inactive'])
      expect(read({ status })?.hasLeft, status).to.equal(true);
    for (const status of ['', 'active']) expect(read({ status })?.hasLeft, status).to.equal(false);
  });

  it('is met once; the same row again is told from another one', () => {
    expect(['a', 'a', 'a'].map((id, n) => facts.meet(id, n === 2 ? 8 : 7))).to.deep.equal([
      'new',
      'same',
      'other',
    ]);
    facts.demographics({ id: 'b' }, silent);
    expect([facts.hasMet('a'), facts.hasMet('b'), facts.hasMet('c')]).to.deep.equal([true, false, false]);
  });
});
