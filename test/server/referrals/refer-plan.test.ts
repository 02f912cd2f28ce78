import { expect } from 'chai';
import type { PlanRow } from '../../../core/placement/plan.ts';
import { insertConsent } from '../../../server/consents/consent-store.ts';
import { readOpenRows } from '../../../server/plans/open-rows.ts';
import { mustReadPlan } from '../../../server/plans/plan-store.ts';
import { referPlan } from '../../../server/referrals/refer-plan.ts';
import type { Agent } from '../../support/app.ts';
import { littleTown } from '../../support/little-town.ts';
import { countedConnection } from '../directory/counted-connection.ts';
import { PLANS, type PlanApp, planApp } from '../plans/plan-app.ts';

describe('Referring all that was accepted in a placement plan', function () {
  this.timeout(60_000);
  const town = littleTown({ studentCount: 12, offerCount: 15 });
  let at: PlanApp;
  let administrator: Agent;
  let planId: string;
  let accepted: PlanRow[];
  before(async () => {
    at = await planApp(town);
    administrator = await at.signIn({ role: 'administrator', districtId: 'district' });
    planId = (await at.makePlan()).id;
    const { rows } = await at.decided(planId, { rows: 'all', decision: 'accept' });
    accepted = rows.filter(({ state }) => state === 'accepted');
  });
  after(() => at.close());

  const refer = (agent = administrator) => agent.post(`${PLANS}/${planId}/referrals`);
  const stored = () => at.deps.db.collection('referrals').find().toArray();

  it('sends what a consent covers, keeps the rest as drafts, and refers nothing twice', async () => {
    const [covered] = accepted;
    if (!covered) throw new Error('nothing was accepted');
    const offer = town.offers.find(({ id }) => id === covered.offerId);
    await insertConsent(at.deps.db, {
      id: 'consent',
      studentId: covered.studentId,
      records: ['needs'],
      purpose: 'give-help',
      recipient: { kind: 'organization', id: offer?.organizationId ?? '' },
      relation: 'parent',
      signedAt: '2020-01-01',
      expiresAt: '2999-01-01',
      method: 'paper',
      language: 'en',
      version: 1,
      textHash: '',
      recordedAt: '2020-01-01T00:00:00.000Z',
      recordedBy: 'somebody',
      sealedText: '',
      sealedSigner: '',
    });
    const sent = accepted.filter(({ studentId, offerId }) => {
      const own = town.offers.find(({ id }) => id === offerId);
      return studentId === covered.studentId && own?.organizationId === offer?.organizationId;
    }).length;
    const { body } = await refer().expect(200);
    expect(accepted.length).to.be.greaterThan(5);
    expect(body).to.deep.equal({ sent, waiting: accepted.length - sent, already: 0, gone: 0 });
    const found = await stored();
    expect(found.map(({ studentId, term }) => `${studentId}:${term}`).sort()).to.deep.equal(
      accepted.map(({ id }) => id).sort(),
    );
    const again = await refer().expect(200);
    expect(again.body).to.deep.equal({ sent: 0, waiting: 0, already: accepted.length, gone: 0 });
    expect(await stored()).to.have.length(accepted.length);
  });

  it('counts as the place that the plan gave: accepted by the partner it takes no second one', async () => {
    const before = await at.deps.db.collection('placements').countDocuments();
    const one = await at.deps.db.collection('referrals').findOne({ state: 'requested' });
    await administrator
      .post(`/api/v1/referrals/${one?._id}/turn`)
      .send({ from: 'requested', to: 'accepted' })
      .expect(200);
    expect(await at.deps.db.collection('placements').countDocuments()).to.equal(before);
  });

  it('asks the engine as often for many rows as for one', async () => {
    const { db, countDuring } = countedConnection(at.deps.config.mongodb.database);
    const open = { may: () => true, opens: () => () => true };
    const { plan, rows } = await readOpenRows(at.deps.db, await mustReadPlan(at.deps.db, planId), open);
    const asked = (some: typeof rows) =>
      countDuring(async () => {
        await at.deps.db.collection('referrals').deleteMany({});
        await referPlan({ ...at.deps, db }, { plan, rows: some }, { accountId: 'a', now: at.deps.clock() });
      });
    const one = rows.filter(({ state }) => state === 'accepted').slice(0, 1);
    // The keys of all are at hand then, however long ago they were read.
    await asked(rows);
    expect(await asked(rows)).to.equal(await asked(one));
    await db.close();
  });
});
