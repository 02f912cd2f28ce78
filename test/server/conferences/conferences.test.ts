import { expect } from 'chai';
import { conferences } from '../../../server/conferences/conference-collections.ts';
import { model } from '../../../server/store/collection.ts';
import { removeStudent } from '../../../server/students/remove-student.ts';
import { students } from '../../../server/students/student-collection.ts';
import { dumpDatabase, wordsIn } from '../../security/dump.ts';
import type { Agent } from '../../support/app.ts';
import { school } from '../access/records.ts';
import { put } from '../access/world.ts';
import { sharedTown } from '../consents/shared-town.ts';

const OF_STUDENT = '/api/v1/students/student';

describe('Conferences', () => {
  let town: Awaited<ReturnType<typeof sharedTown>>;
  let student: Agent;
  let staff: Agent;
  before(async () => {
    town = await sharedTown();
    await put(town.deps.db, 'schools', school({ districtId: 'district', schoolId: 'new-school' }));
    const edits = [
      { field: 'goals/goal-number-1/text', saw: 0, to: 'Read a whole book' },
      { field: 'steps/step-number-1/text', saw: 0, to: 'Visit the library' },
      { field: 'steps/step-number-1/by', saw: 0, to: '2026-11-01' },
    ];
    await town.coordinator.patch(`${OF_STUDENT}/opportunity-plan`).send({ edits }).expect(200);
    await put(town.deps.db, 'referrals', {
      id: 'r1',
      studentId: 'student',
      serviceId: 'service-of-org',
      offerId: 'offer',
      term: 'arts',
      state: 'rejected',
      createdAt: '2026-11-02',
    });
    student = await town.signIn({ role: 'student', studentIds: ['student'] });
    staff = await town.signIn({ role: 'staff', schoolIds: ['school'] });
    await student
      .put(`${OF_STUDENT}/reviews/2026-11`)
      .send({ saw: 0, answers: { feeling: 3, school: 2, people: 4, plan: 3 } })
      .expect(200);
  });
  after(() => town.close());

  const begin = async (day = '2026-11-12'): Promise<string> =>
    (await town.coordinator.post(`${OF_STUDENT}/conferences`).send({ day }).expect(201)).body.id;
  const read = async (agent: Agent, id: string) =>
    (await agent.get(`/api/v1/conferences/${id}`).expect(200)).body;
  const edit = (id: string, body: object, agent = town.coordinator) =>
    agent.patch(`/api/v1/conferences/${id}`).send(body);
  const decide = (id: string, text: string, saw = 0, item = 'decision-1') =>
    edit(id, { list: 'decisions', id: item, saw, to: { text } });

  it('begin with what there is to talk about, and are read by family and student', async () => {
    const id = await begin();
    const { agenda, student: who, may } = await read(town.family, id);
    expect(
      agenda.map(({ kind, text }: { kind: string; text: string }) => `${kind} ${text}`.trim()),
    ).to.deep.equal([
      'review',
      'goal Read a whole book',
      'step Visit the library',
      'referral service-of-org',
    ]);
    expect(who.name).to.equal('Zephyrine Quillfeather');
    expect(may).to.deep.equal({ hold: false });
    const { items } = (await student.get(`${OF_STUDENT}/conferences`).expect(200)).body;
    expect(items).to.deep.include({ id, day: '2026-11-12' });
    await staff.get(`/api/v1/conferences/${id}`).expect(403);
    await edit(id, { list: 'people', id: 'person-1', saw: 0, to: { name: 'x' } }, town.family).expect(403);
  });

  it('keep the words of all who write at the same moment, and tell who has not seen another’s', async () => {
    const id = await begin();
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, n) => decide(id, `decision ${n}`, 0, `decision-${n}`)),
    );
    expect(replies.map(({ status }) => status)).to.deep.equal(replies.map(() => 200));
    const { decisions } = await read(town.coordinator, id);
    expect(decisions).to.have.length(6);
    const one = decisions.find((decision: { id: string }) => decision.id === 'decision-1');
    await decide(id, 'in other words', one.version).expect(200);
    expect((await decide(id, 'in my words', one.version)).body.code).to.equal('changed');
    await edit(id, { list: 'agenda', id: 'own-item-1', saw: 0, to: { notes: 'x' } }).expect(400);
  });

  it('make what was agreed a step of the plan, once, and say how far it is', async () => {
    const id = await begin();
    const step = { id: 'agreed-step-1', text: 'Ask for a bus pass', helper: 'Ms. Rivera', by: '2026-12-01' };
    const agree = () => town.coordinator.post(`/api/v1/conferences/${id}/steps`).send(step);
    const both = await Promise.all([agree(), agree()]);
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200]);
    const plan = (await student.get(`${OF_STUDENT}/opportunity-plan`).expect(200)).body;
    expect(plan.fields['steps/agreed-step-1/text']).to.deep.include({ value: step.text, beside: [] });
    expect(plan.fields['steps/agreed-step-1/helper'].value).to.equal('Ms. Rivera');
    const state = { field: 'steps/agreed-step-1/state', saw: 0, to: 'done' };
    await student
      .patch(`${OF_STUDENT}/opportunity-plan`)
      .send({ edits: [state] })
      .expect(200);
    const { steps } = await read(student, id);
    expect(steps).to.have.length(1);
    expect(steps[0]).to.deep.include({ text: step.text, state: 'done' });
    const taken = { field: 'steps/agreed-step-1/removed', saw: 0, to: true };
    await town.coordinator
      .patch(`${OF_STUDENT}/opportunity-plan`)
      .send({ edits: [taken] })
      .expect(200);
    expect((await read(student, id)).steps).to.deep.equal([{ id: 'agreed-step-1', text: step.text }]);
  });

  it('can be put on another day, and taken out until somebody has written in them', async () => {
    const id = await begin();
    const moved = await town.coordinator
      .put(`/api/v1/conferences/${id}/day`)
      .send({ day: '2026-11-19' })
      .expect(200);
    expect(moved.body.day).to.equal('2026-11-19');
    await town.coordinator.delete(`/api/v1/conferences/${id}`).expect(409);
    const other = await begin();
    await town.coordinator.delete(`/api/v1/conferences/${other}`).expect(204);
    await town.coordinator.get(`/api/v1/conferences/${other}`).expect(404);
  });

  it('move with the student: access changes the same moment', async () => {
    const id = await begin();
    const elsewhere = await town.signIn({ role: 'coordinator', schoolIds: ['new-school'] });
    await elsewhere.get(`/api/v1/conferences/${id}`).expect(404);
    const moveTo = (schoolId: string) =>
      model(town.deps.db, students).updateOne({ _id: 'student' }, { $set: { schoolId } } as object);
    await moveTo('new-school');
    await read(elsewhere, id);
    await town.coordinator.get(`/api/v1/conferences/${id}`).expect(404);
    await decide(id, 'x').expect(404);
    await moveTo('school');
  });

  it('lie sealed, and go for good with the student', async () => {
    const id = await begin();
    await decide(id, 'glockenspiel lessons').expect(200);
    await edit(id, { list: 'people', id: 'person-1', saw: 0, to: { name: 'Xylophonia', relation: 'aunt' } });
    await town.coordinator
      .post(`/api/v1/conferences/${id}/steps`)
      .send({ id: 'agreed-step-2', text: 'buy a glockenspiel' })
      .expect(200);
    const dump = await dumpDatabase(town.deps.db);
    const open = [...dump].flatMap(([name, bytes]) =>
      wordsIn(bytes, ['glockenspiel', 'xylophonia', 'whole book']).map((word) => `${word} in ${name}`),
    );
    expect(open).to.deep.equal([]);
    await removeStudent(town.deps, { id: 'student', localId: 'D-77431' });
    expect(await model(town.deps.db, conferences).countDocuments()).to.equal(0);
    await town.coordinator.get(`/api/v1/conferences/${id}`).expect(404);
  });
});
