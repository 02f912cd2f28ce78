import { expect } from 'chai';
import { MOST_PAPER_BYTES } from '../../../core/agreements/paper-file.ts';
import { agreementRoutes } from '../../../server/agreements/agreement-routes.ts';
import { sweepPaperFiles } from '../../../server/retention/sweep-paper-files.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { agreementOf, paperOf } from '../access/agreements.rows.ts';
import { organization, school } from '../access/records.ts';
import { put } from '../access/world.ts';
import { readEntries } from '../audit/check-chain.ts';

const AGREEMENT = '/api/v1/agreements/agreement-own';
const FILE = `${AGREEMENT}/documents/paper-own/file`;
const ids = { districtId: 'north', schoolId: 'school-own', organizationId: 'org' };
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}`);

describe('Files of papers', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let partner: Agent;
  let coordinator: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections], routes: agreementRoutes });
    const { db } = at.deps;
    await put(db, 'schools', school(ids));
    await put(db, 'organizations', organization(ids));
    await put(db, 'agreements', agreementOf(ids, 'own'));
    await put(db, 'partner_documents', paperOf(ids, 'own'));
    partner = await at.signIn({ role: 'partner', organizationIds: ['org'] });
    coordinator = await at.signIn({ role: 'coordinator', districtId: 'north', schoolIds: ['school-own'] });
  });
  after(() => at.close());

  const send = (agent: Agent, content: Buffer) =>
    agent.post(FILE).set('content-type', 'application/octet-stream').send(content);
  const read = async (agent: Agent) => {
    const reply = await agent.get(FILE).buffer(true).expect(200);
    return { headers: reply.headers, words: (reply.body as Buffer).toString() };
  };
  const stored = (name: string) => at.deps.db.collection(`paper_files.${name}`);

  it('are PDF, PNG or JPEG, not too large, and nothing is left of what is refused', async () => {
    await send(partner, Buffer.from('<html><script>alert(1)</script>')).expect(415);
    await send(partner, Buffer.alloc(0)).expect(415);
    await send(partner, Buffer.concat([pdf(''), Buffer.alloc(MOST_PAPER_BYTES)])).expect(413);
    expect(await stored('files').countDocuments()).to.equal(0);
    expect(await stored('chunks').countDocuments()).to.equal(0);
    await coordinator.get(FILE).expect(404);
  });

  it('lie sealed, and are given to who may see the agreement, to keep and not to show', async () => {
    const { body } = await send(partner, pdf('insured until 2027')).expect(200);
    expect(body.documents[0].file).to.include({ type: 'application/pdf', bytes: 27 });
    expect(JSON.stringify(await stored('chunks').find().toArray())).not.to.include(
      pdf('insured').toString('base64').slice(0, 16),
    );
    const { headers, words } = await read(coordinator);
    expect(words).to.equal('%PDF-1.7\ninsured until 2027');
    expect(headers).to.include({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=tax-status.pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const entry = (await readEntries(at.deps.db)).at(-1);
    expect([entry?.action, entry?.on?.id]).to.deep.equal(['papers.open', 'agreement-own']);
    for (const other of [
      at.visitor(),
      await at.signIn({ role: 'partner', organizationIds: ['other'] }),
      await at.signIn({ role: 'staff', schoolIds: ['school-own'] }),
    ])
      expect((await other.get(FILE)).status).to.be.oneOf([401, 403, 404]);
  });

  it('are replaced with one step back, and what is older goes', async () => {
    await send(partner, pdf('second')).expect(200);
    await send(partner, pdf('third')).expect(200);
    expect(await stored('files').countDocuments()).to.equal(2);
    await partner.post(`${FILE}/undo`).send({}).expect(200);
    expect((await read(partner)).words).to.match(/second/);
    await partner.post(`${FILE}/undo`).send({}).expect(200);
    expect((await read(partner)).words).to.match(/third/);
  });

  it('of a paper that is accepted stay as they were looked at; of a refused one they are looked at again', async () => {
    const check = (state: string, more: object = {}) =>
      coordinator
        .post(`${AGREEMENT}/documents/paper-own/check`)
        .send({ state, ...more })
        .expect(200);
    await check('accepted');
    await send(partner, pdf('another')).expect(409);
    expect((await read(coordinator)).words).to.match(/third/);
    expect((await send(coordinator, pdf('by the school')).expect(200)).body.documents[0].state).to.equal(
      'accepted',
    );
    await check('refused', { reason: 'not readable' });
    expect((await send(partner, pdf('clearer')).expect(200)).body.documents[0].state).to.equal('to-check');
  });

  it('go when they have been kept long enough; the paper stays', async () => {
    expect(await sweepPaperFiles(at.deps, new Date(0))).to.deep.equal({ deleted: 0 });
    const { deleted } = await sweepPaperFiles(at.deps, new Date(Date.now() + 60_000));
    expect(deleted).to.equal(2);
    expect(await stored('chunks').countDocuments()).to.equal(0);
    const { body } = await partner.get(AGREEMENT).expect(200);
    expect(body.documents[0]).to.deep.include({ file: null, mayUndoFile: false });
    await partner.get(FILE).expect(404);
  });
});
