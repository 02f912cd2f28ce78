import { expect } from 'chai';
import type { MadeApiKey } from '../../../core/api-keys/api-key.ts';
import { District } from '../../../core/district/district.ts';
import { apiKeyCollections, apiKeys } from '../../../server/api-keys/api-key-collection.ts';
import { auditCollections } from '../../../server/audit/audit-collections.ts';
import { directoryCollections } from '../../../server/directory/directory-collections.ts';
import { importCollections } from '../../../server/imports/import-collections.ts';
import { jobCollections } from '../../../server/jobs/job-collection.ts';
import { saveDistrict } from '../../../server/settings/district-store.ts';
import { type Agent, testApp } from '../../support/app.ts';

const API = '/api/v1';
const DAY = 24 * 3_600_000;

describe('Keys for other software', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let administrator: Agent;
  before(async () => {
    at = await testApp({
      collections: [
        ...apiKeyCollections,
        ...auditCollections,
        ...directoryCollections,
        ...importCollections,
        ...jobCollections,
      ],
      env: { REQUESTS_PER_MINUTE_KEY: '8', REQUESTS_PER_MINUTE_ADDRESS: '60', JOBS_PER_MINUTE_ACCOUNT: '2' },
    });
    await saveDistrict(
      at.deps.db,
      District.parse({ id: 'd', name: 'Alder', bounds: [-93, 38, -91, 40], center: [-92, 39] }),
    );
    administrator = await at.signIn({ role: 'administrator', districtId: 'd' });
  });
  after(() => at.close());

  async function make(scopes: string[]): Promise<MadeApiKey> {
    const { body } = await administrator
      .post(`${API}/api-keys`)
      .send({ name: '211', scopes, days: 30 })
      .expect(201);
    return body;
  }

  const ask = (key: string, path: string, method: 'get' | 'post' = 'get') =>
    at.visitor()[method](`${API}${path}`).set('authorization', `Bearer ${key}`);

  it('open what they were made for, and say on which day they were used last', async () => {
    const { key, made } = await make(['directory.read']);
    await ask(key, '/schools').expect(200);
    await at.visitor().get('/hsds/services').set('authorization', `Bearer ${key}`).expect(200);
    await ask(key, '/gap-runs').expect(403);
    await ask(key, '/students').expect(403);
    await ask(key, '/session').expect(403);
    const { body } = await administrator.get(`${API}/api-keys`).expect(200);
    const listed = body.items.find(({ id }: { id: string }) => id === made.id);
    expect(listed).to.include({ state: 'works', lastUsedOn: at.deps.clock().toISOString().slice(0, 10) });
  });

  it('are stored and listed without the key itself', async () => {
    const { key } = await make(['directory.read']);
    const stored = await at.deps.db.collection(apiKeys.name).find().toArray();
    const { text } = await administrator.get(`${API}/api-keys`).expect(200);
    expect(JSON.stringify(stored)).not.to.contain(key);
    expect(text).not.to.contain(key);
    expect(text).not.to.contain('hash');
  });

  it('open nothing once they are ended, out of time, or were never made', async () => {
    const { key, made } = await make(['directory.read']);
    await administrator.delete(`${API}/api-keys/${made.id}`).expect(204);
    const refused = await ask(key, '/schools').expect(401);
    expect(refused.body.code).to.equal('key-refused');
    expect(refused.headers['www-authenticate']).to.equal('Bearer');
    const late = await make(['directory.read']);
    const before = new Date(at.deps.clock().getTime() - DAY).toISOString();
    await at.deps.db
      .collection(apiKeys.name)
      .updateOne({ _id: late.made.id as never }, { $set: { expiresAt: before } });
    await ask(late.key, '/schools').expect(401);
    await ask(`trellis_${'A'.repeat(43)}`, '/schools').expect(401);
    await ask('nonsense', '/schools').expect(401);
  });

  it('import to the directory without session and token, and never people', async () => {
    const { key } = await make(['directory.import']);
    const send = (kind: string) =>
      ask(key, `/imports?kind=${kind}&source=211&filename=a.json`, 'post')
        .set('content-type', 'application/json')
        .send('{"organization":[]}');
    const { body } = await send('hsds').expect(202);
    await ask(key, `/imports/${body.id}`).expect(200);
    await send('students').expect(403);
  });

  it('ask for whole lists for themselves, and not for their address', async () => {
    const wholeLists = async (headers: Record<string, string>) => {
      const ask = () => at.visitor().get('/hsds/taxonomies?format=ndjson').set(headers);
      const answers = await Promise.all([ask(), ask(), ask()]);
      return answers.filter(({ status }) => status === 200).length;
    };
    expect(await wholeLists({})).to.equal(2);
    expect(await wholeLists({})).to.equal(0);
    for (const { key } of [await make(['directory.read']), await make(['directory.read'])])
      expect(await wholeLists({ authorization: `Bearer ${key}` })).to.equal(2);
  });

  it('have a limit of their own, and wrong ones count for the address', async () => {
    const { key } = await make(['directory.read']);
    const asked = await Promise.all(Array.from({ length: 9 }, () => ask(key, '/schools')));
    expect(asked.filter(({ status }) => status === 429)).to.have.length(1);
    const wrong = await Promise.all(Array.from({ length: 61 }, () => ask('wrong', '/schools')));
    expect(wrong.some(({ status }) => status === 429)).to.equal(true);
    await at.visitor().get(`${API}/schools`).expect(429);
  });
});
