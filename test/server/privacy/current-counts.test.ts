import { expect } from 'chai';
import { latLngToCell } from 'h3-js';
import { District } from '../../../core/district/district.ts';
import { studentsOf } from '../../../core/privacy/home-count.ts';
import type { Student } from '../../../core/students/student.ts';
import { matches } from '../../../server/matches/match-collections.ts';
import { placements } from '../../../server/plans/plan-collections.ts';
import { currentCounts } from '../../../server/privacy/current-counts.ts';
import { readStudentCounts } from '../../../server/privacy/student-count-store.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { model, toStored } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { students } from '../../../server/students/student-collection.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const MONDAY = new Date('2026-11-02T08:00:00Z');
const TUESDAY = new Date('2026-11-03T08:00:00Z');
const WEDNESDAY = new Date('2026-11-04T08:00:00Z');
const NEXT_MONDAY = new Date('2026-11-09T08:00:00Z');
const HOME = latLngToCell(40.5, -96.5, 7);
const TOWN = littleTown({ studentCount: 300, schoolCount: 2 });

describe('The count from which every figure is worked out', () => {
  let at: Awaited<ReturnType<typeof testApp>>;

  beforeEach(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, { ...TOWN, students: TOWN.students.map(living) });
  });
  afterEach(() => at.close());

  const count = (now: Date) => currentCounts(at.deps.db, at.deps.rules, now);
  const collection = () => model<Student>(at.deps.db, students).collection;
  const come = (how: number) =>
    collection().insertMany(
      TOWN.students
        .slice(0, how)
        .map((student) => toStored(living({ ...student, id: `new-${student.id}` }))) as never,
    );

  it('is the same all week, whoever comes, and follows a week later in steps of ten at least', async () => {
    const first = await count(MONDAY);
    expect(studentsOf(first.groups)).to.equal(300);
    await come(1);
    expect(await count(TUESDAY)).to.deep.include({ ...first });
    const later = await count(NEXT_MONDAY);
    expect(later.countedOn).to.equal('2026-11-09');
    expect(later.groups, 'one more is a handful').to.deep.equal(first.groups);
    await collection().deleteMany({ _id: /^new-/ } as object);
    await come(29);
    const much = await count(new Date('2026-11-16T08:00:00Z'));
    expect(studentsOf(much.groups) - studentsOf(later.groups)).to.be.oneOf([14, 15, 29]);
  });

  it('does not wait where a tenth is new, as after an import, nor for the first matching', async () => {
    await count(MONDAY);
    await come(40);
    expect((await count(TUESDAY)).countedOn).to.equal('2026-11-03');
    const places = Array.from({ length: 40 }, (_, n) => ({ _id: `place-${n}` }));
    await model(at.deps.db, placements).collection.insertMany(places as never);
    expect((await count(WEDNESDAY)).countedOn, 'forty places were given').to.equal('2026-11-04');
    const record = { _id: 'm', studentId: 'student-00000', current: true, runNumber: 1, wishes: [] };
    await model(at.deps.db, matches).collection.insertOne(record as never);
    const matched = await count(WEDNESDAY);
    expect(matched.matched).to.equal(true);
  });

  it('is one, whoever asks first', async () => {
    const all = await Promise.all([count(MONDAY), count(MONDAY), count(MONDAY), count(MONDAY)]);
    for (const one of all) expect(one.groups).to.deep.equal(all[0]!.groups);
    expect((await readStudentCounts(at.deps.db))!.version).to.equal(1);
  });

  it('goes by the district’s threshold, from the moment it is raised', async () => {
    const small = 20;
    await collection().deleteMany({ schoolId: 'school-1', localId: { $not: /[02468]1$/ } } as object);
    const schools = async () => new Set((await count(MONDAY)).groups.map(({ schoolId }) => schoolId));
    expect([...(await schools())]).to.deep.equal(['school-0', 'school-1']);
    await saveDistrict(at.deps.db, district(small));
    expect([...(await schools())]).to.deep.equal(['school-0']);
    expect((await count(MONDAY)).threshold).to.equal(small);
  });

  it('refuses a threshold under five', () => {
    expect(() => district(4)).to.throw();
    expect(district(5).smallNumbers).to.equal(5);
  });
});

function living(student: Student): Student {
  return { ...student, homeCell: HOME };
}

function district(smallNumbers: number): District {
  return District.parse({
    id: 'district',
    name: 'Little Town',
    bounds: [-97, 40, -96, 41],
    center: [-96.5, 40.5],
    smallNumbers,
  });
}
