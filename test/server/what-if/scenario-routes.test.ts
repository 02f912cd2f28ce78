import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { MOST_CHANGES } from '../../../core/what-if/scenario.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, testApp } from '../../support/app.ts';

const SCENARIOS = '/api/v1/scenarios';
const question = { terms: ['counseling'], minutes: 30, mode: 'car', demand: { of: 'students' } };
const added = { kind: 'add', id: 'new-1', point: [-96.5, 40.5], capacity: 20, name: 'At the library' };
const draft = { name: 'A second counselor', question, changes: [added] };

describe('Scenarios', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let coordinator: Agent;
  let partner: Agent;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
    partner = await at.signIn('partner');
  });
  after(() => at.close());

  const make = async (change: object = {}, agent = coordinator) =>
    (
      await agent
        .post(SCENARIOS)
        .send({ ...draft, ...change })
        .expect(201)
    ).body;

  it('are kept with their question and changes, and open by their address to everybody', async () => {
    const made = await make({ name: '  Two more  ' });
    expect(made).to.deep.include({ name: 'Two more', question, changes: [added], version: 1, mayEdit: true });
    const { body } = await at.visitor().get(`${SCENARIOS}/${made.id}`).expect(200);
    expect(body).to.deep.equal({ ...made, mayEdit: false });
    expect(body).to.not.have.property('accountId');
  });

  it('are listed for people who are signed in, the last changed first', async () => {
    const first = await make({ name: 'First' });
    const second = await make({ name: 'Second' });
    await coordinator
      .put(`${SCENARIOS}/${first.id}`)
      .send({ ...draft, name: 'First again', version: 1 })
      .expect(200);
    const { items } = (await partner.get(SCENARIOS).expect(200)).body;
    const ours = items.filter(({ id }: { id: string }) => [first.id, second.id].includes(id));
    expect(ours.map(({ name }: { name: string }) => name)).to.deep.equal(['First again', 'Second']);
    expect(ours[0]).to.include({ mayEdit: false, version: 2 });
    await at.visitor().get(SCENARIOS).expect(401);
  });

  it('are changed by who made them and by leaders, and by nobody else', async () => {
    const { id } = await make();
    const next = { ...draft, changes: [], version: 1 };
    await partner.put(`${SCENARIOS}/${id}`).send(next).expect(404);
    await partner.delete(`${SCENARIOS}/${id}`).expect(404);
    const leader = await at.signIn({ role: 'district-leader', districtId: 'district' });
    const { body } = await leader.put(`${SCENARIOS}/${id}`).send(next).expect(200);
    expect(body).to.deep.include({ changes: [], version: 2, mayEdit: true });
  });

  it('are not overwritten by who has not seen the newest: of three at once two are told', async () => {
    const { id } = await make();
    const put = (name: string) => coordinator.put(`${SCENARIOS}/${id}`).send({ ...draft, name, version: 1 });
    const replies = await Promise.all(['One', 'Two', 'Three'].map(put));
    expect(replies.map(({ status }) => status).sort()).to.deep.equal([200, 409, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).to.equal('scenario-changed');
    const kept = (await coordinator.get(`${SCENARIOS}/${id}`).expect(200)).body;
    expect(kept).to.deep.equal(replies.find(({ status }) => status === 200)?.body);
  });

  it('come back as they were after a deletion was undone', async () => {
    const made = await make();
    await coordinator.delete(`${SCENARIOS}/${made.id}`).expect(204);
    await coordinator.get(`${SCENARIOS}/${made.id}`).expect(404);
    await coordinator
      .put(`${SCENARIOS}/${made.id}`)
      .send({ ...draft, version: 1 })
      .expect(404);
    const { items } = (await coordinator.get(SCENARIOS).expect(200)).body;
    expect(items.map(({ id }: { id: string }) => id)).to.not.include(made.id);
    const { body } = await coordinator.post(`${SCENARIOS}/${made.id}/restore`).expect(200);
    expect(body).to.deep.equal(made);
    await coordinator.get(`${SCENARIOS}/${made.id}`).expect(200);
  });

  it('are refused with the place of what is wrong, and nothing is kept', async () => {
    const many = Array.from({ length: MOST_CHANGES + 1 }, () => added);
    for (const [change, path] of [
      [{ name: '   ' }, 'name'],
      [{ name: 'x'.repeat(121) }, 'name'],
      [{ changes: many }, 'changes'],
      [{ changes: [{ ...added, point: [200, 40] }] }, 'changes.0.point.0'],
      [{ changes: [{ ...added, point: [-96, null] }] }, 'changes.0.point.1'],
      [{ changes: [{ ...added, capacity: -1 }] }, 'changes.0.capacity'],
      [{ changes: [{ ...added, capacity: 1e300 }] }, 'changes.0.capacity'],
      [{ changes: [{ kind: 'explode', siteId: 'a' }] }, 'changes.0.kind'],
      [{ question: { ...question, minutes: 7 } }, 'question.minutes'],
      [{ question: { ...question, terms: [] } }, 'question.terms'],
      [{ question: { ...question, demand: { of: 'need' } } }, 'question.demand.term'],
      [{ question: { ...question, terms: ['counseling', 'wishing-well'] } }, 'terms.1'],
    ] as const) {
      const { body } = await coordinator
        .post(SCENARIOS)
        .send({ ...draft, ...change })
        .expect(400);
      expect(body.errors.map((error: { path: string }) => error.path)).to.include(path);
    }
    await coordinator.get(`${SCENARIOS}/${randomUUID()}`).expect(404);
    await coordinator.get(`${SCENARIOS}/nothing`).expect(400);
  });
});
