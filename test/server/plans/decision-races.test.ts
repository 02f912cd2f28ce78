import { expect } from 'chai';
import type { PlanRow } from '../../../core/placement/plan.ts';
import type { Agent } from '../../support/app.ts';
import { littleTown } from '../../support/little-town.ts';
import { coordinatorOf, PLANS, type PlanApp, planApp } from './plan-app.ts';

const SCHOOLS = ['school-0', 'school-1', 'school-2', 'school-3'];

/** Four schools whose plans know nothing of each other's proposals. */
describe('Decisions at the same moment', function () {
  this.timeout(60_000);
  let at: PlanApp;
  let coordinators: Agent[];
  before(async () => {
    at = await planApp(littleTown({ studentCount: 80, schoolCount: 4 }));
    coordinators = await Promise.all(SCHOOLS.map((school) => coordinatorOf(at, school)));
  });
  after(() => at.close());
  beforeEach(() => at.begin());

  const inForce = async () => at.deps.db.collection('placements').find().sort({ _id: 1 }).toArray();

  async function schoolPlans(): Promise<{ id: string; rows: PlanRow[] }[]> {
    return Promise.all(
      SCHOOLS.map(async (schoolId, n) => {
        const { id } = await at.makePlan({ scope: 'school', schoolId }, coordinators[n]);
        return { id, rows: (await at.readRows(id, coordinators[n])).filter(({ offerId }) => offerId) };
      }),
    );
  }

  it('give the last place to one and tell the others that it is taken', async () => {
    const plans = await schoolPlans();
    const wanted = wantedByAll(plans);
    await at.setOffers({}, { $set: { placesFree: 1 } });
    let places = 0;
    for (const offerId of wanted) {
      const replies = await Promise.all(
        plans.map(({ id, rows }, n) => {
          const row = rows.find((one) => one.offerId === offerId)!;
          return at.decide(id, { rows: [row.id], decision: 'accept' }, coordinators[n]);
        }),
      );
      const statuses = replies.map(({ status }) => status).sort();
      expect(statuses, offerId).to.deep.equal([200, 409, 409, 409]);
      for (const { status, body } of replies)
        if (status === 409) expect(body.errors[0].message).to.equal('full');
      places += 1;
      expect(await inForce()).to.have.length(places);
    }
    expect(places).to.be.greaterThan(2);
  });

  it('never give more places than there are, to the last of which somebody is told', async () => {
    const plans = await schoolPlans();
    await at.setOffers({}, { $set: { placesFree: 3 } });
    const replies = await Promise.all(
      plans.map(({ id }, n) => at.decide(id, { rows: 'all', decision: 'accept' }, coordinators[n])),
    );
    const told = replies.flatMap(({ body }) => body.rows ?? []).map(({ id }) => id);
    const full = replies.flatMap(({ body }) => body.errors ?? body.conflicts);
    const placed = await inForce();
    const asked = countBy(plans.flatMap(({ rows }) => rows.map(({ offerId }) => offerId!)));
    const given = countBy(placed.map(({ offerId }) => offerId as string));
    for (const [offerId, count] of asked)
      expect(given.get(offerId) ?? 0, offerId).to.equal(Math.min(3, count));
    expect(told.sort()).to.deep.equal(placed.map(({ _id }) => String(_id)));
    expect(new Set(full.map(({ code, message }) => code ?? message))).to.deep.equal(new Set(['full']));
    expect(told.length + full.length).to.equal(plans.flatMap(({ rows }) => rows).length);
  });

  it('share the places of a service that was counted as a whole', async () => {
    await at.setOffers({}, { $set: { placesFree: 2, placesShared: true, serviceId: 'one-for-all' } });
    const plans = await schoolPlans();
    for (const { rows } of plans) expect(rows.length).to.be.at.most(2);
    await Promise.all(
      plans.map(({ id }, n) => at.decide(id, { rows: 'all', decision: 'accept' }, coordinators[n])),
    );
    expect(await inForce()).to.have.length(2);
  });

  it('place a need once, whatever plans propose it', async () => {
    const [schoolId, agent] = [SCHOOLS[0]!, coordinators[0]!];
    const plans = await Promise.all([1, 2, 3].map(() => at.makePlan({ scope: 'school', schoolId }, agent)));
    const [row] = (await at.readRows(plans[0]!.id)).filter(({ state }) => state === 'proposed');
    const body = { rows: [row!.id], decision: 'accept' };
    await Promise.all(plans.map(({ id }) => at.decide(id, body, agent)));
    expect(await inForce()).to.have.length(1);
    for (const { id } of plans)
      expect((await at.readRows(id)).find((one) => one.id === row!.id)?.state).to.equal('accepted');
  });

  it('leave a row as one of them said, with its place or without', async () => {
    const [schoolId, agent] = [SCHOOLS[0]!, coordinators[0]!];
    const { id } = await at.makePlan({ scope: 'school', schoolId }, agent);
    const rows = (await at.readRows(id)).filter(({ state }) => state === 'proposed').slice(0, 6);
    for (const { id: need } of rows) {
      const [accepted, refused] = await Promise.all([
        at.decide(id, { rows: [need], decision: 'accept' }, agent),
        at.decide(id, { rows: [need], decision: 'refuse', reason: 'time' }),
      ]);
      expect([200, 409]).to.include(accepted.status).and.to.include(refused.status);
      const row = (await at.readRows(id)).find((one) => one.id === need);
      const placed = (await inForce()).some(({ _id }) => String(_id) === need);
      expect(row?.state).to.equal(placed ? 'accepted' : 'refused');
    }
  });

  it('take a decision back once', async () => {
    const { id } = await at.makePlan();
    await at.decided(id, { rows: 'all', decision: 'accept' });
    const replies = await Promise.all([1, 2, 3].map(() => at.leader.post(`${PLANS}/${id}/undo`)));
    expect(replies.map(({ status }) => status)).to.include(200);
    expect(await inForce()).to.deep.equal([]);
    expect((await at.readSummary(id)).counts.accepted).to.equal(0);
    expect((await at.readRows(id)).filter(({ state }) => state === 'refused')).to.deep.equal([]);
  });
});

/** Offers that every plan proposes for somebody. */
function wantedByAll(plans: readonly { rows: PlanRow[] }[]): string[] {
  const lists = plans.map(({ rows }) => new Set(rows.map(({ offerId }) => offerId!)));
  return [...lists[0]!].filter((offerId) => lists.every((list) => list.has(offerId)));
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
