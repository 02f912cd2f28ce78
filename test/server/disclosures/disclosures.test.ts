import { expect } from 'chai';
import { consents } from '../../../server/consents/consent-collection.ts';
import { deliverDisclosure } from '../../../server/disclosures/deliver-disclosure.ts';
import { disclosures } from '../../../server/disclosures/disclosure-collection.ts';
import { model } from '../../../server/store/collection.ts';
import { recorded, sharedTown, TERMS, TODAY } from '../consents/shared-town.ts';

describe('Disclosures to a partner', () => {
  let town: Awaited<ReturnType<typeof sharedTown>>;
  before(async () => {
    town = await sharedTown();
  });
  after(() => town.close());
  beforeEach(async () => {
    town.goTo(TODAY);
    await model(town.deps.db, consents).deleteMany({});
    await model(town.deps.db, disclosures).deleteMany({});
  });

  const send = (change: object = {}) =>
    town.coordinator
      .post('/api/v1/students/student/disclosures')
      .send({ organizationId: 'org', records: ['needs'], purpose: 'give-help', ...change });
  /** Sends, and does the worker's part. */
  const deliver = async (change: object = {}) => {
    const { body } = await send(change).expect(202);
    await deliverDisclosure(town.deps, body.id);
    return body.id as string;
  };
  const withdraw = (id: string) =>
    town.family.post(`/api/v1/students/student/consents/${id}/withdraw`).send({}).expect(200);

  it('are refused without a consent, naming what it lacks', async () => {
    const refused = await send();
    expect(refused.status).to.equal(409);
    expect(refused.body).to.deep.include({ code: 'no-consent' });
    await recorded(town.coordinator);
    const some = await send({ records: ['name', 'needs', 'contacts'] });
    expect(some.body.errors.map(({ path }: { path: string }) => path)).to.deep.equal([
      'records.name',
      'records.contacts',
    ]);
    for (const other of [{ organizationId: 'other-org' }, { purpose: 'follow-up' }])
      expect((await send(other)).body.code).to.equal('no-consent');
    expect(await model(town.deps.db, disclosures).countDocuments()).to.equal(0);
    await send({ organizationId: 'nobody' }).expect(400);
  });

  it('wait, unseen by the partner, until they are handed over', async () => {
    await recorded(town.coordinator);
    const { body } = await send().expect(202);
    expect(body.status).to.equal('queued');
    await town.partner.get(`/api/v1/disclosures/${body.id}`).expect(404);
    expect((await town.partner.get('/api/v1/disclosures')).body.total).to.equal(0);
    const waiting = await town.deps.queues.open('disclosures').getJobs(['waiting', 'delayed', 'active']);
    expect(waiting.map(({ data }) => data)).to.deep.include({ jobId: body.id });
    for (const { data } of waiting) expect(Object.keys(data)).to.deep.equal(['jobId']);
  });

  it('show the partner what was agreed to and nothing else', async () => {
    await recorded(town.coordinator);
    const id = await deliver({ message: 'Please call before noon.' });
    const { body } = await town.partner.get(`/api/v1/disclosures/${id}`).expect(200);
    expect(body.content).to.deep.equal({ needs: [{ term: 'vision-glasses', urgency: 2 }] });
    expect(body).to.deep.include({
      organization: 'org',
      purpose: 'give-help',
      message: 'Please call before noon.',
      open: ['needs'],
      closed: [],
      until: '2027-06-30',
    });
    expect(body.from.school).to.equal('school');
    const text = JSON.stringify(body);
    for (const secret of ['Quillfeather', 'D-77431', 'robotics', 'owl', 'quiet-nurse', '"student"'])
      expect(text).to.not.contain(secret);
    const list = (await town.partner.get('/api/v1/disclosures')).body;
    expect(list.items).to.have.length(1);
    expect(list.items[0]).to.not.have.property('content');
  });

  it('are nobody else’s: another partner, the family and the school do not open them', async () => {
    await recorded(town.coordinator);
    const id = await deliver();
    await town.otherPartner.get(`/api/v1/disclosures/${id}`).expect(404);
    await town.otherPartner.post(`/api/v1/disclosures/${id}/confirm-deletion`).expect(404);
    expect((await town.otherPartner.get('/api/v1/disclosures')).body.total).to.equal(0);
    for (const somebody of [town.family, town.coordinator])
      await somebody.get(`/api/v1/disclosures/${id}`).expect(403);
  });

  it('keep what was handed over as it was then', async () => {
    await recorded(town.coordinator);
    const id = await deliver();
    await town.coordinator
      .patch('/api/v1/students/student')
      .send({ needs: [{ term: 'dental-care', urgency: 3 }] })
      .expect(200);
    const { body } = await town.partner.get(`/api/v1/disclosures/${id}`).expect(200);
    expect(body.content.needs).to.deep.equal([{ term: 'vision-glasses', urgency: 2 }]);
    await town.coordinator
      .patch('/api/v1/students/student')
      .send({ needs: [{ term: 'vision-glasses', urgency: 2 }] })
      .expect(200);
  });

  it('close with a withdrawal, tell the partner to delete, and show the school that it did', async () => {
    const consent = await recorded(town.coordinator);
    const id = await deliver({ message: 'Please call before noon.' });
    await withdraw(consent.id);
    const { body } = await town.partner.get(`/api/v1/disclosures/${id}`).expect(200);
    expect(body).to.deep.include({
      open: [],
      closed: ['needs'],
      content: {},
      ended: { why: 'withdrawn', on: TODAY },
    });
    expect(body).to.not.have.property('message');
    town.goTo('2026-11-11');
    const confirmed = await town.partner.post(`/api/v1/disclosures/${id}/confirm-deletion`).expect(200);
    expect(confirmed.body.deletionConfirmedAt).to.equal('2026-11-11T15:00:00.000Z');
    const page = await town.coordinator.get('/api/v1/students/student/consents').expect(200);
    expect(page.body.shared[0]).to.deep.include({
      id,
      deletionConfirmedAt: '2026-11-11T15:00:00.000Z',
      open: [],
    });
  });

  it('are not opened again by a new consent: what is shared anew is sent anew', async () => {
    const consent = await recorded(town.coordinator);
    const id = await deliver();
    await withdraw(consent.id);
    await recorded(town.coordinator);
    expect((await town.partner.get(`/api/v1/disclosures/${id}`)).body.content).to.deep.equal({});
    const anew = await deliver();
    expect((await town.partner.get(`/api/v1/disclosures/${anew}`)).body.content).to.have.all.keys('needs');
  });

  it('close when the consent runs out, and only what it covered', async () => {
    await recorded(town.coordinator, {}, { ...TERMS, records: ['needs'], expiresAt: '2026-12-01' });
    await recorded(town.coordinator, {}, { ...TERMS, records: ['interests'] });
    const id = await deliver({ records: ['needs', 'interests'] });
    town.goTo('2026-12-01');
    const before = (await town.partner.get(`/api/v1/disclosures/${id}`)).body;
    expect(before.content).to.have.all.keys('needs', 'interests');
    expect(before.until).to.equal('2026-12-01');
    town.goTo('2026-12-02');
    const after = (await town.partner.get(`/api/v1/disclosures/${id}`)).body;
    expect(after.content).to.have.all.keys('interests');
    expect(after.ended).to.deep.equal({ why: 'expired', on: '2026-12-01' });
  });

  it('reach a class of partners only while they offer what was agreed to', async () => {
    await recorded(town.coordinator, {}, { ...TERMS, recipient: { kind: 'class', terms: ['academic'] } });
    const id = await deliver();
    expect((await town.partner.get(`/api/v1/disclosures/${id}`)).body.content).to.have.all.keys('needs');
    const services = town.deps.db.collection<{ _id: string }>('services');
    await services.updateOne({ _id: 'service-of-org' }, { $set: { status: 'inactive' } });
    const { body } = await town.partner.get(`/api/v1/disclosures/${id}`).expect(200);
    expect(body).to.deep.include({ content: {}, ended: { why: 'no-longer-recipient' } });
    expect((await send()).body.code).to.equal('no-consent');
    await services.updateOne({ _id: 'service-of-org' }, { $set: { status: 'active' } });
  });

  it('open no more when the student’s record is gone', async () => {
    await recorded(town.coordinator);
    const id = await deliver();
    const students = town.deps.db.collection<{ _id: string }>('students');
    const record = await students.findOneAndDelete({ _id: 'student' });
    const { body } = await town.partner.get(`/api/v1/disclosures/${id}`).expect(200);
    expect(body).to.deep.include({ open: [], content: {} });
    await students.insertOne(record!);
  });

  it('lie sealed, and the handing over and each reading are in the log with recipient, records and consent', async () => {
    const consent = await recorded(town.coordinator);
    const id = await deliver({ message: 'a private matter' });
    await town.partner.get(`/api/v1/disclosures/${id}`).expect(200);
    const raw = JSON.stringify(await model(town.deps.db, disclosures).find().lean());
    for (const secret of ['vision-glasses', 'private matter']) expect(raw).to.not.contain(secret);
    const log = await town.deps.db
      .collection('audit')
      .find({ 'on.kind': 'disclosure', 'on.id': id })
      .sort({ _id: 1 })
      .toArray();
    expect(log.map(({ action }) => action)).to.deep.equal([
      'system.disclosure-delivered',
      'disclosures.read',
    ]);
    for (const entry of log) {
      expect(entry).to.deep.include({ studentIds: ['student'], why: 'consent' });
      expect(entry.disclosure).to.deep.include({
        recipient: { kind: 'organization', id: 'org' },
        records: ['needs'],
        consentId: consent.id,
      });
    }
  });
});
