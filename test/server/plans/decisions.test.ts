import { expect } from 'chai';
import { groupBy } from '../../../core/lists/group-by.ts';
import type { PlanRow } from '../../../core/placement/plan.ts';
import { planRows } from '../../../server/plans/plan-collections.ts';
import { model } from '../../../server/store/collection.ts';
import type { Agent } from '../../support/app.ts';
import { coordinatorOf, PLANS, type PlanApp, planApp } from './plan-app.ts';

const REFUSE = { decision: 'refuse', reason: 'travel' };

describe('A decision on a plan', function () {
  this.timeout(60_000);
  let at: PlanApp;
  let id = '';
  let proposed: PlanRow[] = [];
  let coordinator: Agent;
  before(async () => {
    at = await planApp();
    coordinator = await coordinatorOf(at, 'school-1');
  });
  after(() => at.close());
  beforeEach(async () => {
    await at.begin();
    id = (await at.makePlan()).id;
    proposed = (await at.readRows(id)).filter(({ state }) => state === 'proposed');
  });

  const inForce = async () => at.deps.db.collection('placements').find().sort({ _id: 1 }).toArray();
  const rowOf = async (need: string) => (await at.readRows(id)).find((row) => row.id === need)!;
  const undo = async (agent = at.leader) => (await agent.post(`${PLANS}/${id}/undo`).expect(200)).body;

  it('puts what is accepted in force, once, and says so', async () => {
    const rows = proposed.slice(0, 3).map((row) => row.id);
    const first = await at.decided(id, { rows, decision: 'accept' });
    expect(first.rows.map((row) => [row.id, row.state])).to.deep.equal(rows.map((row) => [row, 'accepted']));
    expect(first.conflicts).to.deep.equal([]);
    expect(first.summary.counts.accepted).to.equal(3);
    expect(first.summary.undo).to.deep.equal({ kind: 'accept', rows: 3 });
    const again = await at.decided(id, { rows, decision: 'accept' });
    expect(again).to.deep.equal({ ...first, rows: [] });
    expect((await inForce()).map(({ _id, offerId }) => [_id, offerId])).to.deep.equal(
      proposed.slice(0, 3).map((row) => [row.id, row.offerId]),
    );
  });

  it('accepts all that are proposed, of a coordinator all of the own school', async () => {
    const own = proposed.filter(({ schoolId }) => schoolId === 'school-1');
    const { rows, summary } = await at.decided(id, { rows: 'all', decision: 'accept' }, coordinator);
    expect(rows.map((row) => row.id)).to.deep.equal(own.map((row) => row.id));
    expect(summary.counts).to.include({ accepted: own.length, proposed: 0 });
    const all = await at.decided(id, { rows: 'all', decision: 'accept' });
    expect(all.summary.counts).to.include({ accepted: proposed.length, proposed: 0 });
    expect(await inForce()).to.have.length(proposed.length);
  });

  it('tells of no row that is not open, as if it were not there', async () => {
    const other = proposed.find(({ schoolId }) => schoolId === 'school-0')!;
    const own = proposed.find(({ schoolId }) => schoolId === 'school-1')!;
    await at.decide(id, { rows: [other.id], decision: 'accept' }, coordinator).expect(404);
    const nobody = 'nobody:food-pantry';
    const { conflicts, rows } = await at.decided(
      id,
      { rows: [other.id, nobody, own.id], decision: 'accept' },
      coordinator,
    );
    expect(rows.map((row) => row.id)).to.deep.equal([own.id]);
    expect(conflicts).to.deep.equal([
      { row: other.id, code: 'need-gone' },
      { row: nobody, code: 'need-gone' },
    ]);
    expect((await rowOf(other.id)).state).to.equal('proposed');
  });

  it('refuses with a reason, and keeps the words that go with it sealed', async () => {
    const [row] = proposed;
    await at.decide(id, { rows: [row!.id], decision: 'refuse' }).expect(400);
    await at.decide(id, { rows: [row!.id], decision: 'accept', reason: 'time' }).expect(400);
    const note = 'The grandmother Quillfeather cannot drive';
    const { rows, summary } = await at.decided(id, { rows: [row!.id], ...REFUSE, note });
    expect(rows[0]).to.include({ state: 'refused', reason: 'travel', note, offerId: row!.offerId });
    expect(summary.counts.refused).to.equal(1);
    const stored = await at.deps.db.collection('placement_rows').find().toArray();
    expect(JSON.stringify(stored)).to.not.contain('Quillfeather');
    expect((await at.decided(id, { rows: [row!.id], decision: 'reopen' })).rows[0]).to.deep.equal(row);
  });

  it('changes nothing the second time, however often it is sent', async () => {
    const rows = [proposed[0]!.id];
    const first = await at.decided(id, { rows, ...REFUSE });
    for (let n = 0; n < 3; n++)
      expect(await at.decided(id, { rows, ...REFUSE })).to.deep.equal({ ...first, rows: [] });
    expect(await at.deps.db.collection('plan_decisions').countDocuments()).to.equal(1);
  });

  it('frees the place of an accepted row that is refused or opened again', async () => {
    const rows = proposed.slice(0, 2).map((row) => row.id);
    await at.decided(id, { rows, decision: 'accept' });
    await at.decided(id, { rows: [rows[0]!], ...REFUSE });
    await at.decided(id, { rows: [rows[1]!], decision: 'reopen' });
    expect(await inForce()).to.deep.equal([]);
    expect([(await rowOf(rows[0]!)).state, (await rowOf(rows[1]!)).state]).to.deep.equal([
      'refused',
      'proposed',
    ]);
  });

  it('is taken back, one after the other, until nothing is left to take back', async () => {
    const before = await at.readRows(id);
    const rows = proposed.slice(0, 3).map((row) => row.id);
    await at.decided(id, { rows, decision: 'accept' });
    const accepted = await at.readRows(id);
    await at.decided(id, { rows: [rows[0]!], ...REFUSE, note: 'why' });
    const refused = await at.readRows(id);
    await at.decided(id, { rows: 'all', decision: 'reopen' });
    expect((await at.readSummary(id)).undo).to.deep.equal({ kind: 'reopen', rows: 3 });
    for (const [state, last] of [
      [refused, { kind: 'refuse', rows: 1 }],
      [accepted, { kind: 'accept', rows: 3 }],
      [before, null],
    ]) {
      expect((await undo()).summary.undo).to.deep.equal(last);
      expect(await at.readRows(id)).to.deep.equal(state);
    }
    expect(await inForce()).to.deep.equal([]);
    const { body } = await at.leader.post(`${PLANS}/${id}/undo`).expect(409);
    expect(body.code).to.equal('nothing-to-undo');
  });

  it('is taken back only by who may decide on all of its rows', async () => {
    await at.decided(id, { rows: 'all', decision: 'accept' });
    await coordinator.post(`${PLANS}/${id}/undo`).expect(409);
    expect((await at.readSummary(id, coordinator)).undo).to.equal(null);
    const own = proposed.find(({ schoolId }) => schoolId === 'school-1')!;
    await at.decided(id, { rows: [own.id], decision: 'reopen' }, coordinator);
    expect((await undo(coordinator)).rows[0]).to.include({ id: own.id, state: 'accepted' });
  });

  it('cannot be taken back where the place has been given away since', async () => {
    const row = proposed[0]!;
    await at.setOffers({ _id: row.offerId }, { $set: { placesFree: 1 } });
    await at.decided(id, { rows: [row.id], decision: 'accept' });
    await at.decided(id, { rows: [row.id], decision: 'reopen' });
    await at.setOffers({ _id: row.offerId }, { $set: { placesFree: 0 } });
    const { body } = await at.leader.post(`${PLANS}/${id}/undo`).expect(409);
    expect(body.errors).to.deep.equal([{ path: row.id, message: 'full' }]);
    expect((await rowOf(row.id)).state).to.equal('proposed');
  });

  it('does not take a place back that a partner has given, until the referral has ended', async () => {
    const [row, other] = proposed.filter((one) => one.studentId !== proposed[0]!.studentId);
    const rows = [row!.id, other!.id];
    await at.decided(id, { rows, decision: 'accept' });
    const { studentId, term, offerId } = row!;
    const referrals = at.deps.db.collection('referrals');
    const asked = { studentId, term, offerId, wish: 'need', state: 'accepted', history: [] };
    await referrals.insertOne({ _id: 'r' as never, ...asked });
    for (const said of [REFUSE, { decision: 'reopen' }]) {
      const { body } = await at.decide(id, { rows: [row!.id], ...said }).expect(409);
      expect(body.errors).to.deep.equal([{ path: row!.id, message: 'referred' }]);
    }
    const undone = await undo();
    expect(undone.conflicts).to.deep.equal([{ row: row!.id, code: 'referred' }]);
    expect(
      (await inForce()).map(({ _id }) => _id),
      'the place of the other is free',
    ).to.deep.equal([row!.id]);
    await referrals.updateOne({ _id: 'r' as never }, { $set: { state: 'failed' } });
    expect((await at.decided(id, { rows: [row!.id], ...REFUSE })).conflicts).to.deep.equal([]);
    await referrals.deleteMany({});
  });

  it('asks everything anew when a place is accepted', async () => {
    const [full, gone, secret, left, dropped] = distinctOffers(proposed);
    const unplaced = (await at.readRows(id)).find(({ state }) => state === 'unplaced')!;
    const { db } = at.deps;
    await at.setOffers({ _id: full!.offerId }, { $set: { placesFree: 0 } });
    await db.collection('offers').deleteOne({ _id: gone!.offerId as never });
    await at.setOffers({ _id: secret!.offerId }, { $set: { confidentiality: 'partial' } });
    await db.collection('students').deleteOne({ _id: left!.studentId as never });
    await db.collection('students').updateOne({ _id: dropped!.studentId as never }, { $set: { needs: [] } });
    const rows = [full!, gone!, secret!, left!, dropped!, unplaced].map((row) => row.id);
    const { body } = await at.decide(id, { rows, decision: 'accept' }).expect(409);
    const codes = Object.fromEntries(
      body.errors.map(({ path, message }: Record<string, string>) => [path, message]),
    );
    expect(codes).to.include({
      [full!.id]: 'full',
      [gone!.id]: 'offer-gone',
      [secret!.id]: 'offer-gone',
      [dropped!.id]: 'need-gone',
      [unplaced.id]: 'unplaced',
    });
    expect(await inForce()).to.deep.equal([]);
    expect((await at.readSummary(id)).undo).to.equal(null);
  });

  it('takes a negative count for no place', async () => {
    const [row] = proposed;
    await at.setOffers({ _id: row!.offerId }, { $set: { placesFree: -3 } });
    const { body } = await at.decide(id, { rows: [row!.id], decision: 'accept' }).expect(409);
    expect(body.errors[0].message).to.equal('full');
  });

  it('knows of the places that were given since the partner counted, and of no others', async () => {
    const [offerId, rows] = mostWanted(proposed);
    await at.setOffers({ _id: offerId }, { $set: { placesFree: 1, placesUpdated: '2020-01-01T00:00:00Z' } });
    await at.decided(id, { rows: [rows[0]!.id], decision: 'accept' });
    await at.decide(id, { rows: [rows[1]!.id], decision: 'accept' }).expect(409);
    const counted = new Date(Date.now() + 1).toISOString();
    await at.setOffers({ _id: offerId }, { $set: { placesUpdated: counted } });
    while (new Date().toISOString() <= counted) await new Promise((next) => setImmediate(next));
    await at.decided(id, { rows: [rows[1]!.id], decision: 'accept' });
    expect(await inForce()).to.have.length(2);
  });

  it('counts one need once, whatever plans it is in', async () => {
    const other = await at.makePlan();
    const row = (await at.readRows(other.id)).find(({ state }) => state === 'proposed')!;
    await at.decided(id, { rows: [row.id], decision: 'accept' });
    const there = (await at.readRows(other.id)).find((one) => one.id === row.id);
    expect(there?.state).to.equal('accepted');
    await at.decided(other.id, { rows: [row.id], decision: 'reopen' });
    expect((await rowOf(row.id)).state).to.equal('proposed');
    expect(await inForce()).to.deep.equal([]);
  });

  it('leaves no doubt about a place when it breaks off half way', async () => {
    const [row] = proposed;
    const { collection } = model(at.deps.db, planRows);
    const whole = collection.bulkWrite;
    collection.bulkWrite = () => Promise.reject(new Error('the process is gone'));
    await at.decide(id, { rows: [row!.id], decision: 'accept' }).expect(500);
    collection.bulkWrite = whole;
    expect(await inForce()).to.have.length(1);
    expect((await rowOf(row!.id)).state).to.equal('accepted');
    await at.decided(id, { rows: [row!.id], decision: 'reopen' });
    expect(await inForce()).to.deep.equal([]);
  });

  it('goes with a student who is forgotten, and the place is free again', async () => {
    const [row] = proposed;
    const sibling = proposed.find(({ studentId }) => studentId !== row!.studentId)!;
    await at.decided(id, { rows: [row!.id], decision: 'accept' });
    await at.leader
      .post(`${PLANS}/${id}/together`)
      .send({ rows: [row!.id, sibling.id], together: true })
      .expect(200);
    const administrator = await at.signIn({ role: 'administrator', districtId: 'district' });
    await administrator
      .delete(`/api/v1/students/${row!.studentId}`)
      .send({ number: row!.localId })
      .expect(200);
    for (const name of [
      'placements',
      'placement_rows',
      'placement_pairs',
      'plan_decisions',
      'placement_plans',
    ]) {
      const left = await at.deps.db.collection(name).find().toArray();
      expect(JSON.stringify(left), name).to.not.contain(row!.studentId);
    }
    expect(await inForce()).to.deep.equal([]);
    expect((await at.readSummary(id)).undo?.kind).to.equal('together');
  });
});

/** Rows of different students at different offers. */
function distinctOffers(rows: readonly PlanRow[]): PlanRow[] {
  const seen = new Set<string>();
  return rows.filter(({ offerId = '', studentId }) => {
    if (seen.has(offerId) || seen.has(studentId)) return false;
    seen.add(offerId).add(studentId);
    return true;
  });
}

function mostWanted(rows: readonly PlanRow[]): [string, PlanRow[]] {
  const byOffer = groupBy(rows, ({ offerId }) => offerId!);
  return [...byOffer].sort(([, a], [, b]) => b.length - a.length)[0]!;
}
