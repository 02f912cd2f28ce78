import { expect } from 'chai';
import { PlanFairness, PlanRow, PlanSummary } from '../../../core/placement/plan.ts';
import { littleTown } from '../../support/little-town.ts';
import { coordinatorOf, PLANS, type PlanApp, type PlanRows, planApp } from './plan-app.ts';

describe('Placement plans over HTTP', function () {
  this.timeout(60_000);
  let at: PlanApp;
  let id = '';
  before(async () => {
    at = await planApp();
    id = (await at.makePlan({ scope: 'district', title: 'Fall' })).id;
  });
  after(() => at.close());

  it('have a row for every need, in the promised shape, and a summary that adds them up', async () => {
    const { rows, offers, schools } = (await at.read(`${id}/rows`)) as PlanRows;
    expect(rows.map((row) => PlanRow.parse(row))).to.deep.equal(rows);
    expect(rows.map(({ id: need }) => need)).to.deep.equal(
      littleTown()
        .students.flatMap(({ id: student, needs }) => needs.map(({ term }) => `${student}:${term}`))
        .sort(),
    );
    const summary = PlanSummary.parse(await at.readSummary(id));
    expect(summary).to.include({ whole: true, title: 'Fall', stale: false, undo: null });
    const placed = rows.filter(({ state }) => state === 'proposed');
    expect(placed.length).to.be.greaterThan(20);
    expect(summary.counts).to.deep.equal({
      proposed: placed.length,
      accepted: 0,
      refused: 0,
      unplaced: rows.length - placed.length,
    });
    expect(summary.certificate).to.include({ optimal: true, gap: 0, requests: rows.length });
    expect(Object.keys(offers).sort()).to.deep.equal(
      [...new Set(placed.map(({ offerId }) => offerId))].sort(),
    );
    expect(Object.keys(schools).sort()).to.deep.equal(['school-0', 'school-1']);
  });

  it('place nobody where no place is free, and at most as many as there are', async () => {
    const rows = await at.readRows(id);
    const taken = new Map<string, number>();
    for (const { offerId } of rows)
      if (offerId !== undefined) taken.set(offerId, (taken.get(offerId) ?? 0) + 1);
    for (const offer of littleTown().offers) {
      const places = offer.placesFree ?? at.deps.rules.placement.unknownPlaces;
      expect(taken.get(offer.id) ?? 0, offer.id).to.be.at.most(places);
    }
    for (const row of rows.filter(({ state }) => state === 'unplaced'))
      expect(row.without, row.id).to.equal(row.choices === 0 ? 'no-match' : 'no-room');
  });

  it('name the partners whose places nobody knows', async () => {
    const { findings } = await at.readSummary(id);
    const unknown = findings.find(({ code }) => code === 'places-unknown');
    const expected = littleTown().offers.filter(({ placesFree }) => placesFree === undefined);
    expect(unknown).to.include({ count: expected.length });
    expect(unknown?.values).to.deep.equal({ taken: 3 });
    expect(unknown?.offers[0]).to.have.keys('id', 'serviceId', 'name');
  });

  it('are only of the terms that were asked for and of what lies below them', async () => {
    const all = await at.readRows(id);
    const terms = ['academic', 'vision-glasses'];
    const plan = await at.makePlan({ scope: 'district', terms });
    const asked = (term: string) =>
      at.deps.rules.taxonomy.lineage(term).some((above) => terms.includes(above));
    const expected = all.filter(({ term }) => asked(term)).map(({ id: need }) => need);
    expect(expected.length).to.be.within(5, all.length - 5);
    expect((await at.readRows(plan.id)).map(({ id: need }) => need)).to.deep.equal(expected);
  });

  it('hide small groups from everybody', async () => {
    const fairness = PlanFairness.parse(await at.read(`${id}/fairness?by=school`));
    expect(fairness.rows.map(({ label }) => label)).to.deep.equal(['School 0', 'School 1']);
    expect(fairness.threshold).to.equal(10);
    const byGrade = PlanFairness.parse(await at.read(`${id}/fairness?by=grade`));
    expect(byGrade.rows.every(({ hidden, placed }) => hidden && placed === null)).to.equal(true);
    await at.leader.get(`${PLANS}/${id}/fairness?by=shoes`).expect(400);
  });

  it('show a coordinator the own school and nothing of the others', async () => {
    const coordinator = await coordinatorOf(at, 'school-1');
    const rows = await at.readRows(id, coordinator);
    expect(new Set(rows.map(({ schoolId }) => schoolId))).to.deep.equal(new Set(['school-1']));
    const summary = await at.readSummary(id, coordinator);
    expect(summary.whole).to.equal(false);
    expect(Object.values(summary.counts).reduce((a, b) => a + b)).to.equal(rows.length);
    expect(JSON.stringify(await at.read(`${id}/fairness?by=school`, coordinator))).to.not.contain('School 0');
    const [job] = (await coordinator.get(PLANS).expect(200)).body.items.filter(
      (one: { id: string }) => one.id === id,
    );
    expect(job).to.include({ status: 'complete' }).and.not.have.property('result');
    expect(await at.read(id, coordinator)).to.not.have.property('result');
    expect((await coordinator.get(`${PLANS}/${id}/events`).expect(200)).text).to.not.contain('"result"');
    await coordinator.post(`${PLANS}/${id}/cancel`).expect(403);
    await coordinator.post(PLANS).send({ scope: 'district' }).expect(404);
    await coordinator.post(PLANS).send({ scope: 'school', schoolId: 'school-0' }).expect(404);
    await (await coordinatorOf(at, 'elsewhere')).get(`${PLANS}/${id}/rows`).expect(404);
  });

  it('tell a coordinator which partners to ask, and count no students of other schools', async () => {
    const counted = { code: 'school-gone', count: 2, values: {}, offers: [] };
    await at.deps.db
      .collection('placement_plans')
      .updateOne({ _id: id as never }, { $push: { findings: counted as never } });
    const codesFor = async (agent = at.leader) =>
      (await at.readSummary(id, agent)).findings.map(({ code }) => code);
    expect(await codesFor()).to.include.members(['places-unknown', 'school-gone']);
    const own = await codesFor(await coordinatorOf(at, 'school-1'));
    expect(own).to.include('places-unknown').and.not.include('school-gone');
  });

  it('show a student only at the school where the student is now', async () => {
    const town = await planApp(littleTown({ studentCount: 4 }));
    const plan = await town.makePlan();
    const coordinator = await coordinatorOf(town, 'school-0');
    const before = await town.readRows(plan.id, coordinator);
    expect(before.map(({ studentId }) => studentId)).to.include('student-00000');
    await town.deps.db
      .collection('students')
      .updateOne({ _id: 'student-00000' as never }, { $set: { schoolId: 'school-1' } });
    const after = await town.readRows(plan.id, coordinator);
    expect(after).to.deep.equal(before.filter(({ studentId }) => studentId !== 'student-00000'));
    expect((await town.readRows(plan.id)).length).to.be.greaterThan(after.length);
    await town.close();
  });

  it('come as CSV without names, numbers and ids', async () => {
    const reply = await at.leader.get(`${PLANS}/${id}.csv`).expect(200);
    const [head, ...lines] = reply.text.trimEnd().split('\r\n');
    expect(head).to.match(/^student,grade,school,need,urgency,state,organization,/);
    expect(lines).to.have.length((await at.readRows(id)).length);
    expect(reply.text).to.not.match(/student-0|T-\d/);
    expect(reply.text).to.contain('School 1');
  });

  it('refuse what has not its shape, and terms and plans that are not there', async () => {
    for (const wrong of [
      { scope: 'school' },
      { scope: 'district', schoolId: 'school-0' },
      { scope: 'district', terms: ['juggling'] },
      { scope: 'district', fairBy: 'shoes' },
      { scope: 'district', title: ' ' },
      { scope: 'district', more: 1 },
    ])
      await at.leader.post(PLANS).send(wrong).expect(400);
    const nobody = 'd4f0c0de-0000-4000-8000-000000000000';
    await at.leader.post(PLANS).send({ scope: 'district', basedOn: nobody }).expect(404);
    for (const rest of ['/rows', '/summary', '.csv', '/fairness', `/compare/${id}`])
      await at.leader.get(`${PLANS}/${nobody}${rest}`).expect(404);
  });

  it('write down which students a reading told of', async () => {
    await at.readRows(id);
    const [entry] = await at.deps.db.collection('audit').find().sort({ _id: -1 }).limit(1).toArray();
    expect(entry).to.include({ action: 'plans.read' });
    expect(entry?.studentIds).to.have.length(40);
  });
});
