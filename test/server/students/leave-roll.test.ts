import { expect } from 'chai';
import { matchCollections } from '../../../server/matches/match-collections.ts';
import { readSchoolNeeds } from '../../../server/matches/read-school-needs.ts';
import { countStudents, readStudents } from '../../../server/matches/scope-students.ts';
import { readSigns } from '../../../server/opportunity-plans/read-signs.ts';
import { readCurrentStudents } from '../../../server/plans/current-students.ts';
import { countPlacements, insertPlacements, placementsAt } from '../../../server/plans/placement-store.ts';
import { type PlacementRecord, placements } from '../../../server/plans/plan-collections.ts';
import { readCountedStudents, readSchoolSizes } from '../../../server/privacy/read-counted-students.ts';
import { schoolCollections } from '../../../server/schools/school-collection.ts';
import { leaveRoll, returnToRoll, whoHasLeft } from '../../../server/students/leave-roll.ts';
import { idsAtSchools } from '../../../server/students/named-student-store.ts';
import { studentCollections } from '../../../server/students/student-collection.ts';
import { studentRoutes } from '../../../server/students/student-routes.ts';
import { readSchoolStudents } from '../../../server/students/student-store.ts';
import { studentsInCare } from '../../../server/students/students-in-care.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const GONE = 'student-00000';
const LEFT_AT = '2031-06-20T12:00:00.000Z';

describe('A student who has left', function () {
  this.timeout(30_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({
      routes: studentRoutes,
      collections: [...studentCollections, ...schoolCollections, ...matchCollections, placements],
    });
    await storeTown(at.deps.db, littleTown({ studentCount: 4, schoolCount: 2 }));
    await at.deps.db.collection('matches').insertOne({
      _id: 'run:1' as never,
      studentId: GONE,
      schoolId: 'school-0',
      runNumber: 1,
      current: true,
      wishes: [{ kind: 'need', term: 'reading-tutoring', found: 0 }],
    });
    await insertPlacements(at.deps.db, [placement(GONE, 'service-1#0')]);
    await leaveRoll(at.deps.db, [GONE], LEFT_AT);
  });
  after(() => at.close());

  const placement = (studentId: string, place: string) =>
    ({ id: `${studentId}:arts`, studentId, term: 'arts', serviceId: 'service-1', place }) as PlacementRecord;

  it('is in no list, match, plan or count of the school', async () => {
    const { db } = at.deps;
    const school = { scope: 'school', schoolId: 'school-0' } as const;
    const care = await studentsInCare(db, {
      grants: [{ role: 'coordinator', schoolIds: ['school-0'], studentIds: [GONE] }],
    } as never);
    const told = {
      ids: await idsAtSchools(db, ['school-0']),
      facts: (await readSchoolStudents(db, 'school-0')).map(({ id }) => id),
      care: care.map(({ id }) => id),
      matched: (await readStudents(at.deps, [GONE, 'student-00002'])).map(({ id }) => id),
      planned: [...(await readCurrentStudents(db, [GONE, 'student-00002'])).keys()],
      signs: (await readSigns(at.deps, ['school-0'])).map(({ record }) => record.id),
      counted: (await readCountedStudents(db))
        .filter(({ schoolId }) => schoolId === 'school-0')
        .map(({ id }) => id),
    };
    for (const [what, ids] of Object.entries(told)) expect(ids, what).to.deep.equal(['student-00002']);
    expect(await countStudents(db, school)).to.equal(1);
    expect(await readSchoolSizes(db)).to.deep.equal([
      { schoolId: 'school-0', students: 1 },
      { schoolId: 'school-1', students: 2 },
    ]);
    const { items, students } = await readSchoolNeeds(db, 'school-0');
    expect([students, items.every(({ unmet }) => unmet === 0)]).to.deep.equal([1, true]);
  });

  it('is found by who asks for those who have left, with the page as it was', async () => {
    const coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
    const search = async (body: object) =>
      (await coordinator.post('/api/v1/students/search').send(body).expect(200)).body.items;
    expect(await search({ q: 'T-' })).to.have.length(1);
    expect(await search({ q: 'T-', left: true })).to.have.nested.property('[0].leftAt', LEFT_AT);
    const { body } = await coordinator.get(`/api/v1/students/${GONE}`).expect(200);
    expect(body.student).to.include({ id: GONE, leftAt: LEFT_AT });
    expect(body.student.needs).to.have.length(2);
  });

  it('lets others have the place, and has it again after coming back', async () => {
    const { db } = at.deps;
    expect([await placementsAt(db), await countPlacements(db)]).to.deep.equal([[], 0]);
    expect(await insertPlacements(db, [placement('student-00002', 'service-1#0')])).to.have.length(1);
    await returnToRoll(db, [GONE]);
    expect((await placementsAt(db)).map(({ studentId }) => studentId)).to.deep.equal([GONE, 'student-00002']);
    expect(await whoHasLeft(db, [GONE])).to.deep.equal(new Set());
    expect(await idsAtSchools(db, ['school-0'])).to.have.members([GONE, 'student-00002']);
    await leaveRoll(db, [GONE], LEFT_AT);
    expect(await whoHasLeft(db, [GONE, 'student-00002'])).to.deep.equal(new Set([GONE]));
  });
});
