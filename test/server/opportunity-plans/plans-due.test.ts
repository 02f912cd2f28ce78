import { expect } from 'chai';
import { waitingOpportunityPlans } from '../../../server/opportunity-plans/waiting.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { changeStudent } from '../../../server/students/named-student-store.ts';
import { type Agent, type SignInAs, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const BEHIND = 40;

/** Two schools of 60; at the first one every other student is behind, at the second one three are. */
describe('Students who should have a plan', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let coordinator: Agent;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    const town = littleTown({ studentCount: 120, offerCount: 1 });
    await storeTown(at.deps.db, town);
    const [first, second] = ['school-0', 'school-1'].map((school) =>
      town.students.filter(({ schoolId }) => schoolId === school),
    );
    const note = (id: string, level: string) =>
      changeStudent(at.deps, id, { circumstances: { attributes: { 'math-level': level } } }, at.deps.clock());
    await Promise.all(first!.map(({ id }, n) => note(id, n < BEHIND ? 'one-behind' : 'at-grade')));
    await Promise.all(second!.slice(0, 3).map(({ id }) => note(id, 'two-behind')));
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
  });
  after(() => at.close());

  const due = async (agent: Agent, query = '') =>
    (await agent.get(`/api/v1/opportunity-plans/due${query}`).expect(200)).body;

  it('are listed for their coordinator with the reason, and leave the count when their plan is begun', async () => {
    const before = await due(coordinator);
    expect(before).to.include({ total: BEHIND, without: BEHIND, known: true });
    const [first] = before.items;
    expect(first).to.deep.include({
      schoolId: 'school-0',
      hasPlan: false,
      signs: [{ attribute: 'math-level', value: 'one-behind' }],
    });
    await coordinator
      .patch(`/api/v1/students/${first.id}/opportunity-plan`)
      .send({ edits: [{ field: 'strengths', saw: 0, to: 'Draws' }] })
      .expect(200);
    const after = await due(coordinator, '?school=school-0');
    expect(after).to.include({ total: BEHIND, without: BEHIND - 1 });
    expect(after.items.at(-1)).to.include({ id: first.id, hasPlan: true });
    await coordinator.get('/api/v1/opportunity-plans/due?school=school-1').expect(404);
  });

  it('wait for the coordinators of their schools, and are counted for nobody else', async () => {
    const waits = async (as: SignInAs) => {
      const account = await at.createAccount(as);
      return waitingOpportunityPlans(at.deps, account);
    };
    expect(await waits({ role: 'coordinator', schoolIds: ['school-1'] })).to.deep.equal([
      { kind: 'opportunity-plans', count: 3, address: '/opportunity-plans' },
    ]);
    expect(await waits({ role: 'staff', schoolIds: ['school-1'] })).to.deep.equal([]);
    expect(await waits('administrator')).to.deep.equal([]);
  });

  it('start the look at a whole school, which tells of no handful', async () => {
    const leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    const told = async (id: string) =>
      (await leader.get(`/api/v1/schools/${id}/opportunity-plans`).expect(200)).body;
    expect(await told('school-0')).to.deep.include({ students: 60, shouldHave: BEHIND, over: true });
    expect(await told('school-1')).to.deep.include({
      shouldHave: null,
      share: null,
      end: 'few',
      over: false,
    });
  });

  it('are held for a week: one more or less changes nothing that is told', async () => {
    const leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    const { body } = await leader.get('/api/v1/schools/school-0/opportunity-plans').expect(200);
    const circumstances = { attributes: { 'math-level': 'at-grade' } };
    const [{ id }] = (await due(coordinator)).items;
    await changeStudent(at.deps, id, { circumstances }, at.deps.clock());
    expect((await leader.get('/api/v1/schools/school-0/opportunity-plans')).body).to.deep.equal(body);
    expect((await due(coordinator)).total).to.equal(BEHIND - 1);
  });
});
