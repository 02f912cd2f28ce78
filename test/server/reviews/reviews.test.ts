import { expect } from 'chai';
import { addChange } from '../../../server/opportunity-plans/plan-change-store.ts';
import { reviews } from '../../../server/reviews/review-collections.ts';
import { waitingReviews } from '../../../server/reviews/waiting.ts';
import { model } from '../../../server/store/collection.ts';
import { removeStudent } from '../../../server/students/remove-student.ts';
import { students } from '../../../server/students/student-collection.ts';
import { dumpDatabase, wordsIn } from '../../security/dump.ts';
import type { Agent } from '../../support/app.ts';
import { school } from '../access/records.ts';
import { put } from '../access/world.ts';
import { sharedTown } from '../consents/shared-town.ts';

const ADDRESS = '/api/v1/students/student/reviews';
const WELL = { feeling: 4, school: 4, people: 5, plan: 3 };
const WORSE = { feeling: 2, school: 4, people: 5, plan: 3 };

/** November 2026; the student's plan was begun in August. */
describe('Monthly reviews', () => {
  let town: Awaited<ReturnType<typeof sharedTown>>;
  let student: Agent;
  let staff: Agent;
  before(async () => {
    town = await sharedTown({
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'Trellis <trellis@example.org>',
      PUBLIC_URL: 'http://trellis.example.org',
    });
    await put(town.deps.db, 'schools', school({ districtId: 'district', schoolId: 'new-school' }));
    const edits = [{ field: 'strengths', kind: 'set' as const, to: 'I draw' }];
    const begun = { studentId: 'student', number: 1, at: '2026-08-20T15:00:00.000Z', by: 'x', edits };
    await addChange(town.deps, { ...begun, as: 'student' });
    student = await town.signIn({ role: 'student', studentIds: ['student'] });
    staff = await town.signIn({ role: 'staff', schoolIds: ['school'] });
  });
  after(() => town.close());
  beforeEach(async () => {
    town.goTo('2026-11-10');
    await model(town.deps.db, reviews).deleteMany({});
    await town.deps.db.collection('mails').deleteMany({});
  });

  const answer = (agent: Agent, answers: object, { saw = 0, month = '2026-11', note = '' } = {}) =>
    agent.put(`${ADDRESS}/${month}`).send({ saw, answers, note });
  const undo = (agent: Agent, saw: number) => agent.post(`${ADDRESS}/2026-11/undo`).send({ saw });
  const pageFor = async (agent: Agent) => (await agent.get(ADDRESS).expect(200)).body;
  const listFor = async (agent: Agent, query = '') =>
    (await agent.get(`/api/v1/reviews${query}`).expect(200)).body;
  /** Answers in September and October, then comes back to November. */
  const answeredBefore = async (answers: object) => {
    for (const month of ['2026-09', '2026-10']) {
      town.goTo(`${month}-15`);
      await answer(student, answers, { month }).expect(200);
    }
    town.goTo('2026-11-10');
  };

  it('are due for who has a plan, and done with the last answer', async () => {
    const due = await listFor(town.coordinator);
    expect(due.counts).to.deep.equal({ open: 1, overdue: 1, falling: 0, done: 0, all: 1 });
    expect(due.items[0]).to.deep.include({
      id: 'student',
      name: 'Zephyrine Quillfeather',
      due: { state: 'overdue', by: '2026-09-30', missed: 2 },
      last: null,
    });
    expect((await pageFor(student)).due.state).to.equal('overdue');
    await answer(student, { feeling: 4 }).expect(400);
    await answer(student, { ...WELL, feeling: 6 }).expect(400);
    const { body } = await answer(student, { ...WELL, plan: null }, { note: 'More drawing' }).expect(200);
    expect(body.due.state).to.equal('done');
    expect(body.reviews[0]).to.deep.include({ note: 'More drawing', mine: true, undo: true, version: 1 });
    expect((await listFor(town.coordinator, '?state=done')).items).to.have.length(1);
    expect((await listFor(town.coordinator)).items).to.deep.equal([]);
  });

  it('are changed by who answered and by the student, who sees what stands there first', async () => {
    await answer(town.coordinator, WELL).expect(200);
    expect((await answer(staff, WORSE, { saw: 1 })).body.code).to.equal('answered');
    expect((await answer(student, WORSE)).body.code).to.equal('changed');
    const { body } = await answer(student, WORSE, { saw: 1 }).expect(200);
    expect(body.reviews[0]).to.deep.include({ answers: WORSE, version: 2 });
    expect(body.reviews[0].who.as).to.equal('student');
    expect((await answer(town.coordinator, WELL, { saw: 2 })).body.code).to.equal('answered');
    const replies = await Promise.all([3, 4].map((plan) => answer(student, { ...WELL, plan }, { saw: 2 })));
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 409]);
  });

  it('are taken back as long as nobody has saved since', async () => {
    await answer(student, WELL).expect(200);
    await answer(student, WORSE, { saw: 1 }).expect(200);
    await undo(student, 1).expect(409);
    expect((await undo(student, 2).expect(200)).body.reviews[0]).to.deep.include({
      answers: WELL,
      undo: false,
    });
    await undo(student, 3).expect(409);
    await model(town.deps.db, reviews).deleteMany({});
    await answer(student, WELL).expect(200);
    await undo(town.coordinator, 1).expect(409);
    expect((await undo(student, 1).expect(200)).body.reviews).to.deep.equal([]);
  });

  it('are answered for the month it is where the school is', async () => {
    expect((await answer(student, WELL, { month: '2026-10' })).body.code).to.equal('month-over');
    expect((await answer(student, WELL, { month: '2026-12' })).body.code).to.equal('month-over');
  });

  it('tell the coordinator when they fall: in the list, on Today and by mail, until somebody has looked', async () => {
    const coordinator = await town.createAccount({ role: 'coordinator', schoolIds: ['school'] });
    const waits = async () =>
      (await waitingReviews(town.deps, coordinator)).map(({ kind, count }) => `${count} ${kind}`);
    expect(await waits()).to.deep.equal(['1 reviews-overdue']);
    await answeredBefore(WELL);
    expect(await waits()).to.deep.equal(['1 reviews-due']);
    await answer(student, WORSE).expect(200);
    expect(await waits()).to.deep.equal(['1 reviews-falling']);
    const mails = await town.deps.db.collection('mails').find({ accountId: coordinator.id }).toArray();
    expect(mails.map(({ kind, quietIn }) => [kind, quietIn])).to.deep.equal([['review-falling', 'district']]);
    expect(JSON.stringify(mails)).not.to.match(/student/);
    const [line] = (await listFor(town.coordinator, '?state=falling')).items;
    expect(line).to.include({ id: 'student', falling: true });
    expect((await listFor(staff, '?state=falling')).items, 'for staff').to.deep.equal([]);
    const follow = (note: string | null, saw: number) =>
      town.coordinator.put(`${ADDRESS}/2026-11/follow-up`).send({ saw, note });
    await follow('Talked with her', 1).expect(200);
    expect(await waits()).to.deep.equal([]);
    expect((await pageFor(town.family)).reviews[2].followUp.note).to.equal('Talked with her');
    await follow(null, 2).expect(200);
    expect(await waits()).to.deep.equal(['1 reviews-falling']);
  });

  it('wait for the student, and for nobody who leads a district', async () => {
    const own = await town.createAccount({ role: 'student', studentIds: ['student'] });
    const [item] = await waitingReviews(town.deps, own);
    expect(item).to.include({ kind: 'review-own', count: 1, address: '/students/student/reviews' });
    await answer(student, WELL).expect(200);
    expect(await waitingReviews(town.deps, own)).to.deep.equal([]);
    expect(await waitingReviews(town.deps, await town.createAccount('administrator'))).to.deep.equal([]);
  });

  it('tell staff that somebody was asked, and what was said only of what they have asked themselves', async () => {
    await answer(student, WORSE, { note: 'between us' }).expect(200);
    const [told] = (await pageFor(staff)).reviews;
    expect(told).to.have.property('who');
    expect(told).not.to.have.any.keys('answers', 'note', 'signs', 'followUp');
    await model(town.deps.db, reviews).deleteMany({});
    const { body } = await answer(staff, WELL).expect(200);
    expect(body.reviews[0].answers).to.deep.equal(WELL);
    expect(body.reviews[0]).not.to.have.property('signs');
  });

  it('move with the student: access changes the same moment, and the trend follows', async () => {
    await answer(student, WELL).expect(200);
    const elsewhere = await town.signIn({ role: 'coordinator', schoolIds: ['new-school'] });
    await elsewhere.get(ADDRESS).expect(404);
    const moveTo = (schoolId: string) =>
      model(town.deps.db, students).updateOne({ _id: 'student' }, { $set: { schoolId } } as object);
    await moveTo('new-school');
    expect((await pageFor(elsewhere)).reviews).to.have.length(1);
    await town.coordinator.get(ADDRESS).expect(404);
    expect((await listFor(town.coordinator, '?state=all')).items).to.deep.equal([]);
    await moveTo('school');
  });

  it('lie sealed, and go for good with the student', async () => {
    await answeredBefore(WELL);
    await answer(student, WORSE, { note: 'glockenspiel' }).expect(200);
    await town.coordinator
      .put(`${ADDRESS}/2026-11/follow-up`)
      .send({ saw: 1, note: 'xylophone' })
      .expect(200);
    const dump = await dumpDatabase(town.deps.db);
    const open = [...dump].flatMap(([name, bytes]) =>
      wordsIn(bytes, ['glockenspiel', 'xylophone', 'in-a-row', '"feeling"']).map(
        (word) => `${word} in ${name}`,
      ),
    );
    expect(open).to.deep.equal([]);
    await removeStudent(town.deps, { id: 'student', localId: 'D-77431' });
    expect(await model(town.deps.db, reviews).countDocuments()).to.equal(0);
    await town.coordinator.get(ADDRESS).expect(404);
  });
});
