import { expect } from 'chai';
import { planChanges } from '../../../server/opportunity-plans/opportunity-plan-collections.ts';
import { readChanges } from '../../../server/opportunity-plans/plan-change-store.ts';
import { tieReferral } from '../../../server/opportunity-plans/tie-referral.ts';
import { model } from '../../../server/store/collection.ts';
import { removeStudent } from '../../../server/students/remove-student.ts';
import { students } from '../../../server/students/student-collection.ts';
import { dumpDatabase, wordsIn } from '../../security/dump.ts';
import type { Agent } from '../../support/app.ts';
import { school } from '../access/records.ts';
import { put } from '../access/world.ts';
import { sharedTown } from '../consents/shared-town.ts';

const ADDRESS = '/api/v1/students/student/opportunity-plan';
const STEP = 'steps/step-one';
const AUNT = 'supporters/aunt-rosa';

describe('Opportunity plans', () => {
  let town: Awaited<ReturnType<typeof sharedTown>>;
  let student: Agent;
  let staff: Agent;
  before(async () => {
    town = await sharedTown();
    await put(town.deps.db, 'schools', school({ districtId: 'district', schoolId: 'new-school' }));
    student = await town.signIn({ role: 'student', studentIds: ['student'] });
    staff = await town.signIn({ role: 'staff', schoolIds: ['school'] });
  });
  after(() => town.close());
  beforeEach(async () => {
    await model(town.deps.db, planChanges).deleteMany({});
    await town.deps.db.collection('referrals').deleteMany({});
  });

  const write = (agent: Agent, values: Record<string, unknown>, saw = 0) =>
    agent.patch(ADDRESS).send({ edits: Object.entries(values).map(([field, to]) => ({ field, saw, to })) });
  const planFor = async (agent: Agent) => (await agent.get(ADDRESS).expect(200)).body;
  const historyFor = async (agent: Agent) => (await agent.get(`${ADDRESS}/history`).expect(200)).body.items;

  const sent = { studentId: 'student', serviceId: 's', offerId: 'offer-1', term: 'tutoring', history: [] };
  const refer = (id: string, change: object) =>
    put(town.deps.db, 'referrals', { ...sent, id, createdAt: '2026-11-01', ...change });

  it('are begun by the student, go on with the coordinator, and say who wrote what', async () => {
    expect((await planFor(student)).number).to.equal(0);
    await write(student, { strengths: 'I fix bikes', 'goals/goal-one/text': 'Be a mechanic' }).expect(200);
    await write(town.coordinator, {
      [`${STEP}/text`]: 'Visit the workshop',
      [`${STEP}/by`]: '2027-02-01',
    }).expect(200);
    await write(staff, { [`${STEP}/state`]: 'under-way' }).expect(200);
    const plan = await planFor(town.family);
    expect(plan.fields.strengths).to.deep.include({ value: 'I fix bikes', version: 1 });
    expect(plan.people).to.have.property('1').that.deep.includes({ as: 'student' });
    expect(plan.people).to.have.property('2').that.deep.includes({ as: 'coordinator' });
    expect(plan.fields[`${STEP}/state`]).to.deep.include({ value: 'under-way', version: 3 });
    expect(plan.may).to.deep.equal({ progress: true, steer: true, change: false, undo: true });
  });

  it('keep the words of both who write one field, and let a person choose', async () => {
    await write(student, { strengths: 'I draw' }).expect(200);
    const late = await write(town.coordinator, {
      strengths: 'Draws very well',
      interests: 'Art club',
    }).expect(200);
    expect(late.body.beside).to.deep.equal(['strengths']);
    expect(late.body.fields.interests.value).to.equal('Art club');
    const { strengths } = (await planFor(student)).fields;
    expect(strengths).to.deep.include({ value: 'I draw', version: 2 });
    expect(strengths.beside.map(({ value }: { value: string }) => value)).to.deep.equal(['Draws very well']);
    await write(student, { strengths: 'I draw very well' }, 2).expect(200);
    const settled = (await planFor(student)).fields.strengths;
    expect(settled).to.deep.include({ value: 'I draw very well', beside: [] });
    const said = (await historyFor(student)).flatMap(({ edits }: { edits: { to: string }[] }) =>
      edits.map(({ to }) => to),
    );
    expect(said).to.deep.equal(['I draw very well', 'Draws very well', 'Art club', 'I draw']);
  });

  it('lose nothing when many write at the same moment', async () => {
    const texts = Array.from({ length: 8 }, (_, n) => `text ${n}`);
    const replies = await Promise.all(
      texts.map((text, n) => write(n % 2 === 0 ? student : town.coordinator, { strengths: text })),
    );
    expect(replies.map(({ status }) => status)).to.deep.equal(texts.map(() => 200));
    const { strengths } = (await planFor(student)).fields;
    const kept = [strengths.value, ...strengths.beside.map(({ value }: { value: string }) => value)];
    expect(kept.sort()).to.deep.equal(texts);
    const changes = await readChanges(town.deps, 'student');
    expect(changes.map(({ number }) => number)).to.deep.equal(texts.map((_, n) => n + 1));
  });

  it('take the last change back by a new entry, and only while it is the last', async () => {
    await write(student, { strengths: 'I draw' }).expect(200);
    await write(town.coordinator, { strengths: 'Draws' }, 1).expect(200);
    await student.post(`${ADDRESS}/undo`).send({ number: 1 }).expect(409);
    const undone = await student.post(`${ADDRESS}/undo`).send({ number: 2 }).expect(200);
    expect(undone.body.fields.strengths).to.deep.include({ value: 'I draw', version: 3 });
    expect((await historyFor(student))[0]).to.deep.include({ number: 3, undoes: 2 });
    await write(town.coordinator, { [`${STEP}/text`]: 'Visit' }).expect(200);
    await student.post(`${ADDRESS}/undo`).send({ number: 4 }).expect(403);
    await town.coordinator.post(`${ADDRESS}/undo`).send({ number: 4 }).expect(200);
    expect((await planFor(student)).fields[`${STEP}/text`].value).to.equal(null);
  });

  it('are steered by student and family, while steps are the school’s to promise', async () => {
    for (const agent of [student, town.family]) {
      await write(agent, { 'goals/goal-one/text': 'Read more' }).expect(200);
      await write(agent, { [`${STEP}/text`]: 'Somebody else must do it' }).expect(403);
    }
    await write(staff, { strengths: 'Not mine to say' }).expect(403);
    await write(town.coordinator, { [`${STEP}/text`]: 'Visit' }).expect(200);
    for (const [agent, state] of [
      [staff, 'under-way'],
      [student, 'done'],
    ] as const) {
      const saw = (await planFor(agent)).fields[`${STEP}/state`]?.version ?? 0;
      await write(agent, { [`${STEP}/state`]: state }, saw).expect(200);
    }
    await write(town.partner, { strengths: 'x' }).expect(403);
  });

  it('tell how to reach people only who looks after the student', async () => {
    const rosa = { [`${AUNT}/name`]: 'Rosa', [`${AUNT}/contact`]: '308-555-0101' };
    expect((await write(student, rosa)).body.errors[0].path).to.equal(`${AUNT}/contact`);
    await write(student, { ...rosa, [`${AUNT}/mayContact`]: true }).expect(200);
    const told = async (agent: Agent) =>
      JSON.stringify([await planFor(agent), await historyFor(agent)]).includes('308-555-0101');
    expect([await told(town.coordinator), await told(town.family), await told(staff)]).to.deep.equal([
      true,
      true,
      false,
    ]);
  });

  it('move with the student: access changes the same moment, and history follows', async () => {
    await write(student, { strengths: 'I draw' }).expect(200);
    const elsewhere = await town.signIn({ role: 'coordinator', schoolIds: ['new-school'] });
    await elsewhere.get(ADDRESS).expect(404);
    const moveTo = (schoolId: string) =>
      model(town.deps.db, students).updateOne({ _id: 'student' }, { $set: { schoolId } } as object);
    await moveTo('new-school');
    expect((await historyFor(elsewhere))[0].edits[0].to).to.equal('I draw');
    await town.coordinator.get(ADDRESS).expect(404);
    await town.coordinator
      .patch(ADDRESS)
      .send({ edits: [{ field: 'strengths', saw: 1, to: 'x' }] })
      .expect(404);
    await moveTo('school');
  });

  it('get a step from a match once, however often it is asked for', async () => {
    await put(town.deps.db, 'offers', {
      id: 'offer-1',
      serviceId: 's',
      serviceName: 'Reading Friends',
      terms: [],
    });
    const add = () => town.coordinator.post(`${ADDRESS}/steps`).send({ offerId: 'offer-1' });
    expect((await add().expect(200)).body).to.deep.equal({ added: true });
    expect((await add().expect(200)).body).to.deep.equal({ added: false });
    const plan = await planFor(student);
    const steps = Object.entries<{ value: unknown }>(plan.fields).filter(([field]) =>
      field.endsWith('/text'),
    );
    expect(steps.map(([, { value }]) => value)).to.deep.equal(['Reading Friends']);
    expect(plan.offers).to.deep.equal({ 'offer-1': { serviceId: 's', serviceName: 'Reading Friends' } });
    await town.coordinator.post(`${ADDRESS}/steps`).send({ offerId: 'none' }).expect(400);
  });

  it('show at a step the referral that it became, wherever the step stands and whatever else is sent', async () => {
    await refer('r1', { state: 'completed', outcome: 'helped' });
    await refer('r2', { state: 'requested', createdAt: '2026-11-02' });
    await write(town.coordinator, {
      'steps/step-one/text': 'Visit',
      'steps/step-one/offer': 'offer-1',
      'steps/step-one/referral': 'r1',
    }).expect(200);
    await write(town.coordinator, { 'steps/step-two/text': 'Next', 'steps/step-two/referral': 'r2' });
    const shownTo = async (agent: Agent) => (await planFor(agent)).referrals;
    expect(await shownTo(student)).to.have.keys('r1', 'r2');
    expect((await shownTo(student)).r1).to.deep.include({ state: 'completed', succeeded: true });
    await write(town.coordinator, { 'steps/step-two/removed': true }).expect(200);
    expect(await shownTo(student)).to.have.keys('r1');
    expect(await shownTo(town.coordinator), 'what a step may be tied to').to.have.keys('r1', 'r2');
    expect((await planFor(student)).fields['steps/step-one/state'], 'done by a person alone').to.equal(
      undefined,
    );
  });

  it('tie a step to no referral of another student', async () => {
    await refer('r3', { studentId: 'somebody-else', state: 'requested' });
    const reply = await write(town.coordinator, {
      'steps/step-one/text': 'Visit',
      'steps/step-one/referral': 'r3',
    }).expect(400);
    expect(reply.body.errors[0].path).to.equal('steps/step-one/referral');
  });

  it('tie a step to what was sent there, whichever of the two comes first', async () => {
    await refer('r4', { state: 'requested' });
    await town.coordinator.post(`${ADDRESS}/steps`).send({ offerId: 'offer-1' }).expect(200);
    const tied = async () =>
      Object.entries<{ value: unknown }>((await planFor(student)).fields).flatMap(([field, { value }]) =>
        field.endsWith('/referral') ? [value] : [],
      );
    expect(await tied()).to.deep.equal(['r4']);
    const writer = { by: 'somebody', as: 'coordinator' } as const;
    await tieReferral(town.deps, { ...sent, id: 'r5' }, writer);
    expect(await tied(), 'the first one is open still').to.deep.equal(['r4']);
    await town.deps.db
      .collection('referrals')
      .updateOne({ _id: 'r4' as never }, { $set: { state: 'rejected' } });
    await tieReferral(town.deps, { ...sent, id: 'r5' }, writer);
    expect(await tied()).to.deep.equal(['r5']);
  });

  it('lie sealed, and go for good with the student', async () => {
    await write(student, { strengths: 'quixotic xylophonist', 'goals/goal-one/text': 'glockenspiel' }).expect(
      200,
    );
    const dump = await dumpDatabase(town.deps.db);
    const open = [...dump].flatMap(([name, bytes]) =>
      wordsIn(bytes, ['xylophonist', 'glockenspiel']).map((word) => `${word} in ${name}`),
    );
    expect(open).to.deep.equal([]);
    await removeStudent(town.deps, { id: 'student', localId: 'D-77431' });
    expect(await model(town.deps.db, planChanges).countDocuments()).to.equal(0);
    await town.coordinator.get(ADDRESS).expect(404);
  });
});
