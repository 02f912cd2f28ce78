import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { consents } from '../../../server/consents/consent-collection.ts';
import { model } from '../../../server/store/collection.ts';
import { formFor, record, recorded, sharedTown, TERMS, TODAY } from './shared-town.ts';

describe('Consents', () => {
  let town: Awaited<ReturnType<typeof sharedTown>>;
  before(async () => {
    town = await sharedTown();
  });
  after(() => town.close());
  beforeEach(async () => {
    town.goTo(TODAY);
    await model(town.deps.db, consents).deleteMany({});
  });
  const stored = () => model(town.deps.db, consents).countDocuments();

  it('keep all that was agreed to, with the very text that was shown and its hash', async () => {
    const { text, textHash } = await formFor(town.coordinator);
    expect(text).to.contain('Zephyrine Quillfeather').and.to.contain('30 de junio de 2027');
    expect(textHash).to.equal(createHash('sha256').update(text).digest('hex'));
    const consent = await recorded(town.coordinator);
    expect(consent).to.deep.include({
      studentId: 'student',
      ...TERMS,
      signer: 'Mara Quillfeather',
      relation: 'parent',
      contactId: 'mother',
      method: 'paper',
      signedAt: TODAY,
      text,
      textHash,
      state: 'live',
    });
    const { body } = await town.family.get('/api/v1/students/student/consents').expect(200);
    expect(body.consents).to.deep.equal([consent]);
    expect(body.organizations).to.deep.equal({ org: 'org' });
    expect(body.signers, 'a family does not see the other contacts here').to.deep.equal([]);
  });

  for (const part of [
    'records',
    'purpose',
    'recipient',
    'signer',
    'method',
    'signedAt',
    'expiresAt',
    'language',
    'version',
    'textHash',
  ]) {
    it(`are refused without ${part}, and nothing is stored`, async () => {
      expect((await record(town.coordinator, { [part]: undefined })).status).to.equal(400);
      expect(await stored()).to.equal(0);
    });
  }

  it('are not given by phone', async () => {
    const reply = await record(town.coordinator, { method: 'phone' });
    expect(reply.status).to.equal(400);
    expect(reply.body.errors[0]).to.deep.include({ path: 'method' });
    expect(await stored()).to.equal(0);
  });

  it('are refused where the text reads otherwise than the one that was shown', async () => {
    const { textHash } = await formFor(town.coordinator, { ...TERMS, records: ['needs'] });
    const reply = await record(town.coordinator, { textHash });
    expect(reply.status).to.equal(409);
    expect(reply.body.code).to.equal('other-text');
    expect(await stored()).to.equal(0);
  });

  it('are refused where the record changed between showing and signing', async () => {
    const { version, textHash } = await formFor(town.family);
    const rename = (given: string) =>
      town.coordinator
        .patch('/api/v1/students/student')
        .send({ name: { given, family: 'Quillfeather' } })
        .expect(200);
    await rename('Zelda');
    const signer = { name: 'Mara Quillfeather', relation: 'parent' };
    const signed = { ...TERMS, version, textHash, signer, method: 'online', signedAt: TODAY };
    await town.family.post('/api/v1/students/student/consents').send(signed).expect(409);
    await rename('Zephyrine');
    await town.family.post('/api/v1/students/student/consents').send(signed).expect(201);
  });

  it('are refused from who may not sign, with the reason beside the field', async () => {
    const noted = { name: 'Ned Ironwood', relation: 'relative', contactId: 'uncle' };
    const reply = await record(town.coordinator, { signer: noted });
    expect(reply.status).to.equal(422);
    expect(reply.body).to.deep.include({ code: 'not-signed' });
    expect(reply.body.errors).to.deep.equal([
      { path: 'signer.contactId', message: 'the school has noted that this contact may not consent' },
    ]);
    const self = { name: 'Zephyrine Quillfeather', relation: 'self' };
    expect((await record(town.coordinator, { signer: self })).body.errors[0].path).to.equal(
      'signer.relation',
    );
    expect(await stored()).to.equal(0);
  });

  it('are refused for nobody: an unknown partner, term or purpose', async () => {
    for (const wrong of [
      { recipient: { kind: 'organization', id: 'nobody' } },
      { recipient: { kind: 'class', terms: ['no-such-term'] } },
      { purpose: 'advertising' },
    ])
      await town.coordinator
        .post('/api/v1/students/student/consent-forms')
        .send({ ...TERMS, ...wrong })
        .expect(400);
  });

  it('are signed online only by the family, and recorded from paper only by the school', async () => {
    const typed = { name: 'Mara Quillfeather', relation: 'parent' };
    expect((await record(town.family, { signer: typed })).status).to.equal(422);
    expect((await record(town.coordinator, { method: 'online' })).status).to.equal(422);
    const consent = await recorded(town.family, { signer: typed, method: 'online', signedAt: '2026-01-01' });
    expect(consent.signedAt, 'the day is the server’s').to.equal(TODAY);
  });

  it('pass to the student at 18: the family signs no more, and what it gave is over', async () => {
    await recorded(town.coordinator);
    const young = await town.signIn({ role: 'student', studentIds: ['student'] });
    const self = { signer: { name: 'Zephyrine Quillfeather', relation: 'self' }, method: 'online' };
    const parent = { signer: { name: 'Mara Quillfeather', relation: 'parent' }, method: 'online' };
    expect((await record(young, self)).status).to.equal(404);
    await town.coordinator.patch('/api/v1/students/student').send({ birthDate: '2008-12-15' }).expect(200);
    town.goTo('2026-12-14');
    expect((await record(town.family, parent)).status).to.equal(201);
    expect((await record(young, self)).status).to.equal(404);
    town.goTo('2026-12-15');
    expect((await record(town.family, parent)).status).to.equal(404);
    expect((await record(young, self)).status).to.equal(201);
    const { body } = await young.get('/api/v1/students/student/consents').expect(200);
    const states = body.consents.map(({ state, relation }: { state: string; relation: string }) => [
      relation,
      state,
    ]);
    expect(states).to.deep.equal([
      ['self', 'live'],
      ['parent', 'rights-passed'],
      ['parent', 'rights-passed'],
    ]);
    await town.coordinator.patch('/api/v1/students/student').send({ birthDate: '2016-05-02' }).expect(200);
  });

  it('keep their history when they are withdrawn, once, with the reason', async () => {
    const { id, text } = await recorded(town.coordinator);
    const withdraw = (reason?: string) =>
      town.family
        .post(`/api/v1/students/student/consents/${id}/withdraw`)
        .send({ ...(reason && { reason }) });
    await withdraw('we changed our minds').expect(200);
    town.goTo('2026-11-12');
    const { body } = await withdraw('again').expect(200);
    expect(body.consents).to.have.length(1);
    expect(body.consents[0]).to.deep.include({
      id,
      text,
      state: 'withdrawn',
      withdrawalReason: 'we changed our minds',
      withdrawnAt: `${TODAY}T15:00:00.000Z`,
    });
    await town.family.post('/api/v1/students/student/consents/nobody/withdraw').send({}).expect(404);
  });

  it('lie sealed: neither name nor text of the form nor reason is in the record', async () => {
    const { id } = await recorded(town.coordinator);
    await town.family
      .post(`/api/v1/students/student/consents/${id}/withdraw`)
      .send({ reason: 'a private matter' })
      .expect(200);
    const raw = JSON.stringify(await model(town.deps.db, consents).find().lean());
    for (const secret of ['Quillfeather', 'Mara', 'D-77431', 'private matter', 'Permiso'])
      expect(raw).to.not.contain(secret);
  });

  it('are written down in the log, each with its id', async () => {
    const { id } = await recorded(town.coordinator);
    await town.family.post(`/api/v1/students/student/consents/${id}/withdraw`).send({}).expect(200);
    const log = await town.deps.db
      .collection('audit')
      .find({ 'on.kind': 'consent', 'on.id': id })
      .sort({ _id: 1 })
      .toArray();
    expect(log.map(({ action }) => action)).to.deep.equal(['consents.give', 'consents.withdraw']);
    expect(log.every(({ studentIds }) => studentIds.includes('student'))).to.equal(true);
  });
});
