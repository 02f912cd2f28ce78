import { expect } from 'chai';
import { weightingOf } from '../../../core/matching/weighting.ts';
import { offers } from '../../../server/directory/offer-collection.ts';
import { jobEnd } from '../../../server/jobs/follow-job.ts';
import { matches } from '../../../server/matches/match-collections.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { students } from '../../../server/students/student-collection.ts';
import { runTasks } from '../../../workers/run-tasks.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const RUNS = '/api/v1/match-runs';
/** Of school-0 by their even numbers, of school-1 by their odd ones. */
const [MIKA, NOOR, LEE] = ['student-00000', 'student-00001', 'student-00002'];

describe('Match runs over HTTP', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  const people = {} as Record<'coordinator' | 'other' | 'leader' | 'staff' | 'family', Agent>;

  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const { db } = at.deps;
    await storeTown(db, littleTown({ studentCount: 60 }));
    await saveDistrict(db, {
      id: 'district',
      name: 'Little Town',
      bounds: [-97, 40, -96, 41],
      center: [-96.5, 40.5],
      timezone: 'America/Chicago',
      units: 'miles',
      homeResolution: 7,
      demo: false,
    });
    runTasks(at.deps);
    people.coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
    people.other = await at.signIn({ role: 'coordinator', schoolIds: ['school-1'] });
    people.leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    people.staff = await at.signIn({ role: 'staff', schoolIds: ['school-0'] });
    people.family = await at.signIn({ role: 'family', studentIds: [MIKA as string] });
  });
  after(() => at.close());

  /** Runs matches and gives the view of the ended run. */
  async function run(agent: Agent, scope: object) {
    const { body } = await agent.post(RUNS).send(scope).expect(202);
    const { status } = await jobEnd(at.deps, body.id);
    expect(status).to.equal('complete');
    return (await agent.get(`${RUNS}/${body.id}`).expect(200)).body;
  }
  const matchesOf = async (agent: Agent, id: string | undefined) =>
    (await agent.get(`/api/v1/students/${id}/matches`).expect(200)).body;

  it('answer 202 with the address at which a run can be watched', async () => {
    const reply = await people.leader.post(RUNS).send({ scope: 'district' }).expect(202);
    expect(reply.body).to.include({ kind: 'match', status: 'queued' });
    expect(reply.headers.location).to.equal(`${RUNS}/${reply.body.id}`);
    await jobEnd(at.deps, reply.body.id);
    const { body } = await people.leader.get(reply.headers.location as string).expect(200);
    expect(body).to.include({ status: 'complete' });
    expect(body.progress.done).to.equal(body.progress.total);
    expect(body.result).to.include({ students: 60 });
    expect(body.result.computed + body.result.unchanged).to.equal(60);
  });

  for (const [what, scope] of Object.entries({
    'a whole district': { scope: 'district' },
    'another school': { scope: 'school', schoolId: 'school-1' },
    'a school that is not there': { scope: 'school', schoolId: 'nowhere' },
    'students of another school': { scope: 'students', studentIds: [MIKA, NOOR] },
    'students who are not there': { scope: 'students', studentIds: [MIKA, 'nobody'] },
  })) {
    it(`are not there for a coordinator who asks for ${what}`, async () => {
      const { body } = await people.coordinator.post(RUNS).send(scope).expect(404);
      expect(body.code).to.equal('not-found');
    });
  }

  it('are refused where the scope makes no sense, with the place', async () => {
    const paths: [object, string][] = [
      [{}, 'scope'],
      [{ scope: 'planet' }, 'scope'],
      [{ scope: 'school' }, 'schoolId'],
      [{ scope: 'students', studentIds: [] }, 'studentIds'],
      [{ scope: 'students', studentIds: [{ $ne: 1 }] }, 'studentIds.0'],
    ];
    for (const [scope, path] of paths) {
      const { body } = await people.leader.post(RUNS).send(scope).expect(400);
      expect(body.errors.map((error: { path: string }) => error.path)).to.include(path);
    }
  });

  it('are not for staff, families and the public', async () => {
    await people.staff.post(RUNS).send({ scope: 'school', schoolId: 'school-0' }).expect(403);
    await people.family
      .post(RUNS)
      .send({ scope: 'students', studentIds: [MIKA] })
      .expect(403);
    await at.visitor().post(RUNS).send({ scope: 'district' }).expect(401);
    await at.visitor().get(RUNS).expect(401);
  });

  it('show a coordinator the runs of own schools alone', async () => {
    const [own, other] = [
      await run(people.coordinator, { scope: 'school', schoolId: 'school-0' }),
      await run(people.other, { scope: 'school', schoolId: 'school-1' }),
    ];
    const all = await run(people.leader, { scope: 'district' });
    const listed = async (agent: Agent) =>
      (await agent.get(RUNS).expect(200)).body.items.map(({ id }: { id: string }) => id);
    expect(await listed(people.coordinator))
      .to.include(own.id)
      .and.to.not.include.members([other.id, all.id]);
    expect(await listed(people.leader)).to.include.members([own.id, other.id, all.id]);
    for (const hidden of [other, all]) {
      await people.coordinator.get(`${RUNS}/${hidden.id}`).expect(404);
      await people.coordinator.get(`${RUNS}/${hidden.id}/events`).expect(404);
      await people.coordinator.post(`${RUNS}/${hidden.id}/cancel`).expect(404);
    }
  });

  describe('and a student’s matches', () => {
    it('name the run and hold every offer that they speak of', async () => {
      const ended = await run(people.coordinator, { scope: 'students', studentIds: [MIKA, LEE] });
      const view = await matchesOf(people.coordinator, LEE);
      expect(view).to.include({ studentId: LEE, stale: false });
      expect(view.run.number).to.be.at.most(ended.number);
      expect(view.wishes.map(({ kind }: { kind: string }) => kind)).to.include.members(['need', 'interest']);
      const named = view.wishes.flatMap((wish: { matches: { offerId: string }[] }) => wish.matches);
      expect(named).to.not.have.length(0);
      for (const { offerId } of named) {
        expect(view.offers[offerId]).to.include({ id: offerId }).and.to.not.have.property('words');
      }
    });

    it('are stale once the student has changed, until the next run', async () => {
      await run(people.coordinator, { scope: 'students', studentIds: [LEE] });
      const needs = [{ term: 'vision-glasses', urgency: 3 }];
      await people.coordinator.patch(`/api/v1/students/${LEE}`).send({ needs }).expect(200);
      expect(await matchesOf(people.coordinator, LEE)).to.include({ stale: true });
      const again = await run(people.coordinator, { scope: 'students', studentIds: [LEE] });
      expect(again.result).to.include({ students: 1, computed: 1, unchanged: 0, needs: 1 });
      const view = await matchesOf(people.coordinator, LEE);
      expect(view).to.include({ stale: false });
      expect(view.run).to.include({ id: again.id, finishedAt: again.finishedAt });
    });

    it('are empty and stale where nothing has been matched', async () => {
      await model(at.deps.db, matches).collection.deleteMany({ studentId: 'student-00004' });
      expect(await matchesOf(people.coordinator, 'student-00004')).to.deep.equal({
        studentId: 'student-00004',
        run: null,
        stale: true,
        weighting: weightingOf(at.deps.rules.matching),
        wishes: [],
        offers: {},
      });
    });

    it('leave out an offer that has left the directory', async () => {
      await run(people.coordinator, { scope: 'students', studentIds: [LEE] });
      const { offers: known } = await matchesOf(people.coordinator, LEE);
      const [gone] = Object.keys(known);
      const kept = await model(at.deps.db, offers).findById(gone).lean();
      await model(at.deps.db, offers).collection.deleteOne({ _id: gone } as object);
      try {
        expect((await matchesOf(people.coordinator, LEE)).offers).to.not.have.property(gone as string);
      } finally {
        await model(at.deps.db, offers).collection.insertOne(kept as never);
      }
    });

    it('are for the family of that child, the staff of the school, and nobody else', async () => {
      await matchesOf(people.family, MIKA);
      await matchesOf(people.staff, LEE);
      const foreign: [Agent, string | undefined][] = [
        [people.family, LEE],
        [people.family, NOOR],
        [people.staff, NOOR],
        [people.other, MIKA],
        [people.leader, 'nobody'],
      ];
      for (const [agent, id] of foreign) await agent.get(`/api/v1/students/${id}/matches`).expect(404);
      await at.visitor().get(`/api/v1/students/${MIKA}/matches`).expect(401);
      const partner = await at.signIn({ role: 'partner', organizationIds: ['organization-1'] });
      await partner.get(`/api/v1/students/${MIKA}/matches`).expect(403);
    });
  });

  describe('and a school’s needs', () => {
    const needs = async (agent: Agent, school = 'school-0') =>
      (await agent.get(`/api/v1/schools/${school}/needs`).expect(200)).body;

    it('count who has a need and who has a match for it', async () => {
      const ended = await run(people.coordinator, { scope: 'school', schoolId: 'school-0' });
      const { items, students: total, run: shown } = await needs(people.coordinator);
      expect(total).to.equal(30);
      expect(shown).to.deep.equal({ id: ended.id, finishedAt: ended.finishedAt });
      const found = await model(at.deps.db, students)
        .find({ schoolId: 'school-0' })
        .lean<{ needs: { term: string; urgency: number }[] }[]>();
      for (const { term, students: count, urgent, matched, unmet, hidden } of items) {
        const asked = found.flatMap((student) => student.needs).filter((need) => need.term === term);
        expect({ count, urgent, hidden }).to.deep.equal({
          count: asked.length,
          urgent: asked.filter(({ urgency }) => urgency === 3).length,
          hidden: false,
        });
        expect(matched + unmet).to.equal(count);
      }
    });

    it('name the newest run that was about the school, however many were not', async () => {
      const own = await run(people.coordinator, { scope: 'school', schoolId: 'school-0' });
      await run(people.other, { scope: 'school', schoolId: 'school-1' });
      expect((await needs(people.coordinator)).run.id).to.equal(own.id);
    });

    it('hide small numbers from staff, not from the coordinator', async () => {
      await model(at.deps.db, students).updateOne({ _id: MIKA }, {
        $set: {
          needs: [
            { term: 'food-pantry', urgency: 3 },
            { term: 'housing', urgency: 1 },
          ],
        },
      } as object);
      const open = (await needs(people.coordinator)).items;
      const shown = (await needs(people.staff)).items;
      expect(open.every(({ hidden }: { hidden: boolean }) => !hidden)).to.equal(true);
      const rare = (items: { term: string }[]) => items.find(({ term }) => term === 'housing');
      expect(rare(open)).to.include({ students: 1, hidden: false });
      expect(rare(shown), 'that it is there would tell that somebody needs it').to.equal(undefined);
      expect(shown).to.not.have.length(0);
      for (const row of shown) {
        const parts = [row.urgent, row.matched, row.unmet].filter((figure) => figure !== null);
        const figures = [row.students, ...parts.flatMap((part: number) => [part, row.students - part])];
        expect(Math.min(...figures), row.term).to.be.at.least(10);
      }
    });

    it('are for those who work with the school', async () => {
      await people.other.get('/api/v1/schools/school-0/needs').expect(404);
      await people.leader.get('/api/v1/schools/nowhere/needs').expect(404);
      await people.family.get('/api/v1/schools/school-0/needs').expect(403);
      await at.visitor().get('/api/v1/schools/school-0/needs').expect(401);
      expect((await needs(people.leader)).students).to.equal(30);
    });
  });
});
