import { expect } from 'chai';
import { MESSAGES, type MessageType } from '../../../core/webhooks/message.ts';
import type { DeliveryView, ToldSecret, WebhookView } from '../../../core/webhooks/webhook.ts';
import { correctFields } from '../../../server/corrections/turn-correction.ts';
import { services } from '../../../server/directory/service-collection.ts';
import { referrals } from '../../../server/referrals/referral-collection.ts';
import { deliverMessage } from '../../../server/webhooks/deliver.ts';
import { dueDeliveries } from '../../../server/webhooks/delivery-store.ts';
import { lookAfterWebhooks } from '../../../server/webhooks/look-after-webhooks.ts';
import { tellImport } from '../../../server/webhooks/tell-import.ts';
import { tellReferrals } from '../../../server/webhooks/tell-referrals.ts';
import { webhookDeliveries, webhooks } from '../../../server/webhooks/webhook-collections.ts';
import { webhooksThatAreOn } from '../../../server/webhooks/webhook-store.ts';
import { whileTelling } from '../../../server/webhooks/while-telling.ts';
import { runImport } from '../../../workers/import.ts';
import type { Agent } from '../../support/app.ts';
import { hookedDatabase } from '../../workers/hooked-database.ts';
import { location, place } from '../access/records.ts';
import { put } from '../access/world.ts';
import { type ReferralTown, referralTown, SCHOOL } from '../referrals/referral-town.ts';
import { isSigned, receiver } from './receiver.ts';

const API = '/api/v1';
const DAY_MS = 86_400_000;

describe('Webhooks', function () {
  this.timeout(30_000);
  let town: ReferralTown;
  let administrator: Agent;
  let other: Awaited<ReturnType<typeof receiver>>;

  before(async () => {
    other = await receiver();
    town = await referralTown({
      WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
      PUBLIC_URL: 'http://trellis.example.org',
    });
    administrator = await town.signIn({ role: 'administrator', districtId: 'district' });
  });
  after(async () => {
    await town.close();
    await other.close();
  });
  beforeEach(async () => {
    await town.begin();
    for (const { name } of [webhooks, webhookDeliveries]) await town.deps.db.collection(name).deleteMany({});
    other.received.length = 0;
    Object.assign(other.answer, { status: 200, body: '', headers: {} });
  });

  async function add(more: object = {}): Promise<ToldSecret> {
    const settings = { name: '211', address: other.address, events: ['directory.changed'] };
    const { body } = await administrator
      .post(`${API}/webhooks`)
      .send({ ...settings, ...more })
      .expect(201);
    return body;
  }

  /** Everything that is due so much later is tried once, as a worker does. */
  async function workOff(laterMs = 0, db = town.deps.db): Promise<void> {
    const now = new Date(town.deps.clock().getTime() + laterMs);
    const deps = { ...town.deps, db, clock: () => now };
    const webhookIds = (await webhooksThatAreOn(db)).map(({ id }) => id);
    for (const { id } of await dueDeliveries(db, { now, webhookIds, limit: 100 }))
      await deliverMessage(deps, id);
  }

  /** Each message once, held against what the description of the API says of it. */
  const messages = () =>
    other.received.map(({ body }) => {
      const said = JSON.parse(body) as { type: MessageType };
      return MESSAGES[said.type].strict().parse(said);
    });

  const setCapacity = (available: number) =>
    administrator.patch(`${API}/services/service-of-org/capacity`).send({ available });

  async function deliveriesOf({ webhook }: ToldSecret): Promise<DeliveryView[]> {
    const { body } = await administrator.get(`${API}/webhooks/${webhook.id}/deliveries`).expect(200);
    return body.items;
  }

  async function viewOf({ webhook }: ToldSecret): Promise<WebhookView | undefined> {
    const { body } = await administrator.get(`${API}/webhooks`).expect(200);
    return body.items.find(({ id }: WebhookView) => id === webhook.id);
  }

  it('tell what has changed and where it is read, signed, to who asked for it', async () => {
    const made = await add();
    await add({ name: 'Not this', events: ['directory.imported'] });
    await setCapacity(4).expect(200);
    await workOff();
    expect(other.received).to.have.length(1);
    expect(messages()[0]?.data).to.deep.equal({
      records: [
        {
          kind: 'service',
          id: 'service-of-org',
          change: 'changed',
          fields: ['capacities'],
          url: 'http://trellis.example.org/hsds/services/service-of-org',
        },
      ],
    });
    expect(isSigned(other.received[0]!, made.secret)).to.equal(true);
    expect(isSigned({ ...other.received[0]!, body: '{}' }, made.secret)).to.equal(false);
    const [delivery] = await deliveriesOf(made);
    expect(delivery).to.include({
      state: 'delivered',
      attempts: 1,
      id: other.received[0]?.headers['webhook-id'],
    });
    expect(await viewOf(made)).to.have.property('arrivedAt');
  });

  it('tell of everything that a person changes in the directory, and of an import as a whole', async () => {
    await add({ events: ['directory.changed', 'directory.imported'] });
    const { db } = town.deps;
    await put(db, 'locations', location({ id: 'hall' }));
    await put(
      db,
      'services_at_locations',
      place({ id: 'at-hall', serviceId: 'service-of-org', locationId: 'hall' }),
    );
    const hours = [{ day: 'MO', from: '09:00', to: '12:00' }];
    await administrator.put(`${API}/offers/at-hall/hours`).send({ hours, seen: null }).expect(200);
    const fields = await administrator.get(`${API}/corrections/location/hall`).expect(200);
    const { version: seen } = fields.body.items.find(({ field }: { field: string }) => field === 'name');
    await administrator
      .put(`${API}/corrections/location/hall/name`)
      .send({ value: 'Town hall', seen })
      .expect(200);
    await administrator.put(`${API}/organizations/other-org/closed`).send({ closed: true }).expect(200);
    const merge = { kind: 'organization', keep: 'org', drop: 'other-org' };
    await administrator.post(`${API}/merges`).send(merge).expect(200);
    await administrator.delete(`${API}/merges/other-org`).expect(204);
    const { body: job } = await administrator
      .post(`${API}/imports?kind=hsds&source=dc&filename=a.json`)
      .set('content-type', 'application/json')
      .send(JSON.stringify({ organizations: [{ id: 'o', name: 'County' }] }))
      .expect(202);
    await runImport(town.deps, job.id);
    await workOff();
    const told = messages().map(({ type, data }) =>
      'records' in data
        ? data.records.map(({ id, change, fields = [], into }) =>
            [id, change, ...fields, into].filter(Boolean).join(' '),
          )
        : [type],
    );
    expect(told.sort()).to.deep.equal([
      ['at-hall changed schedules'],
      ['directory.imported'],
      ['hall changed name'],
      ['other-org merged org', 'org changed'],
      ['other-org separated org', 'org changed'],
      ['service-of-other-org changed status'],
    ]);
  });

  it('tell nothing of a change that is refused, and nothing of a confidential place', async () => {
    await add();
    const made = { available: 90, maximum: 3 };
    await administrator.patch(`${API}/services/service-of-org/capacity`).send(made).expect(400);
    const hide = (confidentiality: string) =>
      town.deps.db
        .collection<{ _id: string }>(services.name)
        .updateOne({ _id: 'service-of-org' }, { $set: { confidentiality } });
    await hide('hidden');
    await setCapacity(2).expect(200);
    await hide('public');
    const merge = { kind: 'service', keep: 'service-of-org', drop: 'service-of-other-org' };
    await administrator.post(`${API}/merges`).send(merge).expect(409);
    await workOff(DAY_MS);
    expect(other.received).to.deep.equal([]);
  });

  it('tell of what was changed before something else was refused', async () => {
    await add();
    const name = { kind: 'service', id: 'service-of-org', field: 'name', value: 'Glasses' } as const;
    const changes = [name, { ...name, id: 'none' }];
    const byTool = { by: { tool: 'geocoder' }, account: null } as const;
    const refusal = await correctFields(town.deps, changes, byTool).catch((error) => error.status);
    expect(refusal).to.equal(404);
    await workOff(11 * 60_000);
    expect(messages()).to.have.length(1);
  });

  it('tell of a change whose process died before it could say so', async () => {
    await add();
    const dies = () => Promise.reject(new Error('killed'));
    const db = hookedDatabase(town.deps.db, webhookDeliveries, 'updateMany', dies);
    const change = { kind: 'service', id: 'service-of-org', change: 'changed' } as const;
    let isMade = false;
    const told = whileTelling({ ...town.deps, db }, [change], async () => {
      isMade = true;
    });
    expect(await told.catch((error: Error) => error.message)).to.equal('killed');
    expect(isMade).to.equal(true);
    await workOff();
    expect(other.received, 'held back, as nobody knows whether it is made').to.deep.equal([]);
    await workOff(11 * 60_000);
    expect(messages()).to.have.length(1);
  });

  it('tell of an import once, with counts, however often it is done again', async () => {
    await add({ events: ['directory.imported'] });
    const job = { id: 'job', startedAt: '2026-11-10T10:00:00.000Z' } as Parameters<typeof tellImport>[1];
    const params = { kind: 'hsds', source: 'dc' } as Parameters<typeof tellImport>[2];
    const count = { read: 3, added: 2, changed: 1, unchanged: 0, refused: 0 };
    for (const _ of [1, 2]) await tellImport(town.deps, job, params, { counts: { services: count } });
    await tellImport(town.deps, { ...job, id: 'tried' }, { ...params, dryRun: true }, { counts: {} });
    await tellImport(town.deps, { ...job, id: 'people' }, { ...params, kind: 'students' }, { counts: {} });
    await workOff();
    expect(messages().map(({ data }) => data)).to.deep.equal([
      {
        importId: 'job',
        source: 'dc',
        complete: true,
        counts: { services: { added: 2, changed: 1, unchanged: 0 } },
        url: 'http://trellis.example.org/hsds/services?modified_after=2026-11-10T10%3A00%3A00.000Z',
      },
    ]);
  });

  it('tell of a referral how it stands, to its district and to the partner whose it is, and never of whom', async () => {
    const events = ['referral.changed'];
    const own = await add({ events });
    const partner = await add({ events, organizationId: 'org' });
    const stranger = await add({ events, organizationId: 'other-org' });
    const elsewhere = await town.signIn({ role: 'administrator', districtId: 'elsewhere' });
    const foreign = { name: 'Foreign', address: other.address, events };
    await elsewhere.post(`${API}/webhooks`).send(foreign).expect(201);
    await town.store({ state: 'draft', term: 'food-pantry' });
    const { id } = await town.store();
    await town.turn(id, { to: 'rejected', by: SCHOOL, reason: 'no-room' });
    const dies = () => Promise.reject(new Error('killed'));
    const db = hookedDatabase(town.deps.db, referrals, 'updateOne', dies);
    const died = await tellReferrals({ ...town.deps, db }).catch((error: Error) => error.message);
    expect(died, 'after the messages were written down').to.equal('killed');
    await tellReferrals(town.deps);
    await workOff();
    const turns = messages().map(({ data }) => data as { from: string; to: string; referralId: string });
    expect(turns.map(({ from, to }) => `${from} ${to}`).sort()).to.deep.equal([
      'draft requested',
      'draft requested',
      'requested rejected',
      'requested rejected',
    ]);
    expect(await deliveriesOf(own)).to.have.length(2);
    expect(await deliveriesOf(partner)).to.have.length(2);
    expect(await deliveriesOf(stranger)).to.have.length(0);
    const everything = JSON.stringify([other.received, await deliveriesOf(own)]);
    for (const word of ['student', 'vision-glasses', 'Zephyrine', 'service-of-org', 'school'])
      expect(everything).not.to.include(word);
    const left = await town.deps.db
      .collection(referrals.name)
      .find({ 'untold.version': { $gte: 0 } })
      .toArray();
    expect(left, 'nothing is told again').to.deep.equal([]);
  });

  it('are tried again ever later until they arrive, and are given up after three days', async () => {
    const made = await add();
    Object.assign(other.answer, { status: 503, body: `busy\u0007${'x'.repeat(2000)}` });
    await setCapacity(1).expect(200);
    await workOff();
    await workOff();
    expect(other.received, 'not before its time').to.have.length(1);
    const [first] = await deliveriesOf(made);
    expect(first).to.deep.include({ state: 'failed', attempts: 1 });
    expect(first?.tried).to.include({ status: 503 });
    expect(first?.tried?.answer)
      .to.have.length(500)
      .and.to.match(/^busy x/);
    await workOff(7_000);
    expect(other.received).to.have.length(2);
    for (let day = 1; day <= 12; day++) await workOff(day * DAY_MS * 1.3);
    expect(other.received).to.have.length(5);
    expect(await viewOf(made), 'off after three days in which nothing arrived').to.nested.include({
      'off.because': 'failing',
    });
    const ids = new Set(other.received.map(({ headers }) => headers['webhook-id']));
    expect(ids.size).to.equal(1);
    const { body } = await administrator.get(`${API}/home`).expect(200);
    const waits = body.items.find(({ kind }: { kind: string }) => kind === 'webhooks-off');
    expect(waits).to.include({ count: 1, address: '/accounts/webhooks' });
  });

  it('are given up after ten tries, and sent again by hand under the same id', async () => {
    const made = await add();
    other.answer.status = 500;
    await setCapacity(2).expect(200);
    for (let tries = 0; tries < 12; tries++) {
      await town.deps.db
        .collection(webhookDeliveries.name)
        .updateMany({}, { $set: { nextTryAt: new Date(0) } });
      await workOff();
    }
    expect(other.received).to.have.length(10);
    const [lost] = await deliveriesOf(made);
    expect(lost).to.include({ state: 'gave-up', attempts: 10 });
    other.answer.status = 204;
    await administrator.post(`${API}/webhooks/${made.webhook.id}/deliveries/${lost!.id}/send`).expect(202);
    await workOff();
    expect((await deliveriesOf(made))[0]).to.include({ state: 'delivered', attempts: 1, id: lost!.id });
    expect(other.received.at(-1)?.headers['webhook-id']).to.equal(lost!.id);
  });

  it('follow no redirect, go to no private address, and stop at once where the other side is gone', async () => {
    const made = await add();
    Object.assign(other.answer, { status: 302, headers: { location: other.address } });
    await setCapacity(3).expect(200);
    await workOff();
    expect(other.received).to.have.length(1);
    expect((await deliveriesOf(made))[0]?.tried).to.include({ status: 302 });
    await town.deps.db
      .collection(webhooks.name)
      .updateOne({}, { $set: { address: other.address.replace('127.0.0.1', 'localhost') } });
    await workOff(7_000);
    expect(other.received).to.have.length(1);
    expect((await deliveriesOf(made))[0]?.tried).to.include({ failure: 'address-refused' });
    await town.deps.db.collection(webhooks.name).updateOne({}, { $set: { address: other.address } });
    other.answer.status = 410;
    await workOff(DAY_MS);
    expect(await viewOf(made)).to.nested.include({ 'off.because': 'gone' });
    expect((await deliveriesOf(made))[0]).to.include({ state: 'gave-up' });
  });

  it('are sent once by many workers, and again where the one that sent died', async () => {
    const made = await add();
    await setCapacity(4).expect(200);
    const [delivery] = await deliveriesOf(made);
    await Promise.all(Array.from({ length: 8 }, () => deliverMessage(town.deps, delivery!.id)));
    expect(other.received).to.have.length(1);
    await setCapacity(5).expect(200);
    const dies = () => Promise.reject(new Error('killed'));
    const db = hookedDatabase(town.deps.db, webhookDeliveries, 'updateOne', dies);
    const died = await workOff(0, db).catch((error: Error) => error.message);
    expect(died).to.equal('killed');
    await workOff();
    expect(other.received, 'its claim still stands').to.have.length(2);
    await workOff(61_000);
    expect(other.received).to.have.length(3);
    expect(other.received[2]?.headers['webhook-id']).to.equal(other.received[1]?.headers['webhook-id']);
    await workOff(DAY_MS);
    expect(other.received).to.have.length(3);
  });

  it('are asked for anew where the queue was lost', async () => {
    await add();
    await setCapacity(6).expect(200);
    const queue = town.deps.queues.open('webhooks');
    await queue.empty();
    await lookAfterWebhooks(town.deps);
    expect(await queue.getWaitingCount()).to.equal(1);
  });

  it('are signed with both secrets for a day when it is changed, which lie sealed and are told once', async () => {
    const made = await add();
    const { body } = await administrator.post(`${API}/webhooks/${made.webhook.id}/secret`).expect(200);
    expect(body.secret).not.to.equal(made.secret);
    await setCapacity(1).expect(200);
    await workOff(23 * 3_600_000);
    await setCapacity(2).expect(200);
    await workOff(25 * 3_600_000);
    const signed = [made.secret, body.secret].map((secret) =>
      other.received.map((one) => isSigned(one, secret)),
    );
    expect(signed).to.deep.equal([
      [true, false],
      [true, true],
    ]);
    const stored = JSON.stringify([
      await town.deps.db.collection(webhooks.name).find().toArray(),
      await viewOf(made),
    ]);
    for (const secret of [made.secret, body.secret]) expect(stored).not.to.include(secret);
  });

  it('rest while they are paused, go on with what waited, and come back after they were removed', async () => {
    const made = await add();
    const { id, name, address, events } = made.webhook;
    const put = (paused: boolean, version: number) =>
      administrator.put(`${API}/webhooks/${id}`).send({ name, address, events, paused, version });
    await setCapacity(1).expect(200);
    await put(true, 1).expect(200);
    await setCapacity(2).expect(200);
    await workOff(DAY_MS);
    expect(other.received).to.deep.equal([]);
    await put(true, 1).expect(409);
    await put(false, 2).expect(200);
    await workOff();
    expect(other.received, 'of what came while it was paused it hears nothing').to.have.length(1);
    await administrator.delete(`${API}/webhooks/${id}`).expect(204);
    expect(await viewOf(made)).to.equal(undefined);
    await setCapacity(3).expect(200);
    await administrator.post(`${API}/webhooks/${id}/test`).expect(404);
    await administrator.post(`${API}/webhooks/${id}/restore`).expect(200);
    await setCapacity(4).expect(200);
    await workOff();
    expect(other.received).to.have.length(2);
  });

  it('are tested by a button, paused or not, and belong to the district of who made them', async () => {
    const made = await add();
    await town.deps.db.collection(webhooks.name).updateOne({}, { $set: { paused: true } });
    await administrator.post(`${API}/webhooks/${made.webhook.id}/test`).expect(202);
    await workOff();
    expect(messages()[0]).to.deep.include({ type: 'test', data: { webhookId: made.webhook.id } });
    const elsewhere = await town.signIn({ role: 'administrator', districtId: 'elsewhere' });
    expect((await elsewhere.get(`${API}/webhooks`).expect(200)).body.items).to.deep.equal([]);
    for (const path of ['/test', '/secret'])
      await elsewhere.post(`${API}/webhooks/${made.webhook.id}${path}`).expect(404);
    await elsewhere.get(`${API}/webhooks/${made.webhook.id}/deliveries`).expect(404);
    await elsewhere.delete(`${API}/webhooks/${made.webhook.id}`).expect(404);
  });

  it('go to https alone, unless the operator names the host, and to a partner that there is', async () => {
    const send = (more: object) =>
      administrator
        .post(`${API}/webhooks`)
        .send({ name: 'x', address: 'https://example.org/', events: ['directory.changed'], ...more });
    const refused = await send({ address: 'http://example.org/' }).expect(400);
    expect(refused.body.errors[0]).to.include({ path: 'address' });
    await send({ organizationId: 'nobody' }).expect(400);
    await send({ events: [] }).expect(400);
    await send({}).expect(201);
  });
});
