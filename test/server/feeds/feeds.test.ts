import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { FEED_FILES, feedFetches, feeds } from '../../../server/feeds/feed-collections.ts';
import { readFeed } from '../../../server/feeds/feed-store.ts';
import { fetchFeed } from '../../../server/feeds/fetch-feed.ts';
import { readFetch } from '../../../server/feeds/fetch-store.ts';
import { lookAfterFeeds } from '../../../server/feeds/look-after-feeds.ts';
import { settleFetch } from '../../../server/feeds/settle-fetch.ts';
import { listJobs, readJob } from '../../../server/jobs/job-store.ts';
import { sweepFeedFiles } from '../../../server/retention/sweep-feed-files.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { filesBefore } from '../../../server/store/sealed-files.ts';
import { runImport } from '../../../workers/import.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { hookedDatabase } from '../../workers/hooked-database.ts';

interface Told {
  services: string[];
  status?: number;
  headers?: Record<string, string>;
}

/** One organization that gives so many services at one place. */
function hsds(services: readonly string[]): string {
  const given = services.map((name) => ({
    id: name,
    name,
    organization_id: 'o',
    status: 'active',
    service_at_locations: [
      { id: `at-${name}`, location: { id: 'l', name: 'Hall', latitude: 40.5, longitude: -96.5 } },
    ],
  }));
  return JSON.stringify({ organizations: [{ id: 'o', name: 'County' }], services: given });
}

describe('Feeds', function () {
  this.timeout(30_000);
  let at: Awaited<ReturnType<typeof testApp>>;
  let server: Server;
  let address: string;
  let told: Told;
  let asked: IncomingHttpHeaders[];
  let agent: Agent;

  before(async () => {
    at = await testApp({ collections: [...allCollections], env: { FEED_PRIVATE_HOSTS: '127.0.0.1' } });
    agent = await at.signIn('community-leader');
    server = createServer((req, res) => {
      asked.push(req.headers);
      const { services, status = 200, headers } = told;
      const tag = JSON.stringify(services.join());
      if (status !== 200) return res.writeHead(status, headers).end();
      if (req.headers['if-none-match'] === tag) return res.writeHead(304).end();
      return res.writeHead(200, { etag: tag }).end(services.length === 0 ? 'nothing of use' : hsds(services));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hsds.json`;
  });
  after(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await at.close();
  });
  beforeEach(() => {
    told = { services: ['a', 'b', 'c', 'd'] };
    asked = [];
  });

  let count = 0;
  async function addFeed(more: object = {}): Promise<{ id: string; source: string; version: number }> {
    count += 1;
    const settings = {
      name: `Feed ${count}`,
      address,
      kind: 'hsds',
      source: `s${count}`,
      everyMinutes: 60,
      rule: 'ask',
    };
    const { body } = await agent
      .post('/api/v1/feeds')
      .send({ ...settings, ...more })
      .expect(201);
    return body;
  }

  /** Due now, fetched, compared, and imported where that is what comes of it. */
  async function come(id: string): Promise<void> {
    await at.deps.db
      .collection<{ _id: string }>(feeds.name)
      .updateOne({ _id: id }, { $set: { nextAt: '2020-01-01T00:00:00.000Z' } });
    await fetchFeed(at.deps, id);
    await workOff();
  }

  async function workOff(): Promise<void> {
    for (const { id } of await listJobs(at.deps.db, 'import', { status: 'queued' }))
      await runImport(at.deps, id);
    for (const { id } of await listJobs(at.deps.db, 'import', { status: 'queued' }))
      await runImport(at.deps, id);
  }

  async function viewOf(id: string) {
    const { body } = await agent.get('/api/v1/feeds').expect(200);
    return body.items.find((feed: { id: string }) => feed.id === id);
  }

  const outcomeOf = async (id: string) => (await viewOf(id)).newest?.outcome;

  async function servicesOf(source: string): Promise<Record<string, string>> {
    const found = await at.deps.db
      .collection<{ name: string; status: string }>('services')
      .find({ 'source.system': source })
      .sort({ name: 1 })
      .toArray();
    return Object.fromEntries(found.map(({ name, status }) => [name, status]));
  }

  async function offered(): Promise<string[]> {
    const found = await at.deps.db.collection<{ serviceName: string }>('offers').find().toArray();
    return found.map(({ serviceName }) => serviceName).sort();
  }

  async function waitsOnToday(kind = 'feeds-waiting') {
    const { body } = await agent.get('/api/v1/home').expect(200);
    return body.items.find((item: { kind: string }) => item.kind === kind);
  }

  const decide = (id: string, fetchId: string, what: string, body?: object) =>
    agent.post(`/api/v1/feeds/${id}/fetches/${fetchId}/${what}`).send(body);

  it('asks before it stores, shows what is different, and stores what a person takes', async () => {
    const { id, source } = await addFeed();
    await come(id);
    expect(await servicesOf(source)).to.deep.equal({});
    const { newest } = await viewOf(id);
    expect(newest).to.deep.include({ outcome: 'waiting', because: 'rule', canBeTaken: true });
    expect(newest.tables.services).to.deep.equal({ added: 4, changed: 0, unchanged: 0, missing: 0 });
    expect(await waitsOnToday()).to.include({
      count: 1,
      address: `/import/feeds?feed=${id}&file=${newest.id}`,
    });
    const { body } = await agent.get(`/api/v1/feeds/${id}/fetches/${newest.id}`).expect(200);
    expect(body.samples.map(({ name }: { name: string }) => name)).to.include.members([
      'County',
      'Hall',
      'a',
    ]);
    await decide(id, newest.id, 'take', { missing: 'keep' }).expect(202);
    await workOff();
    expect(Object.keys(await servicesOf(source))).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(await outcomeOf(id)).to.equal('applied');
    expect(await waitsOnToday()).to.equal(undefined);
    await decide(id, newest.id, 'take', { missing: 'keep' }).expect(409);
    await decide(id, newest.id, 'skip').expect(409);
  });

  it('loads and compares nothing while nothing has changed, unless somebody asks', async () => {
    const { id } = await addFeed({ rule: 'apply' });
    await come(id);
    const imports = (await listJobs(at.deps.db, 'import')).length;
    await come(id);
    expect(asked.at(-1)).to.include({ 'if-none-match': '"a,b,c,d"' });
    expect((await listJobs(at.deps.db, 'import')).length).to.equal(imports);
    await agent.post(`/api/v1/feeds/${id}/fetch`).expect(200);
    await come(id);
    expect(asked.at(-1)).not.to.have.property('if-none-match');
    expect(await outcomeOf(id)).to.equal('nothing-new');
  });

  it('stores by rule, and stops and asks where half would be lost', async () => {
    const { id, source } = await addFeed({ rule: 'apply' });
    await come(id);
    expect(Object.keys(await servicesOf(source))).to.have.length(4);
    told = { services: ['a', 'b', 'c', 'e'] };
    await come(id);
    expect(await outcomeOf(id)).to.equal('applied');
    expect(await servicesOf(source)).to.include({ d: 'active', e: 'active' });
    told = { services: ['a', 'f'] };
    await come(id);
    expect((await viewOf(id)).newest).to.include({ outcome: 'waiting', because: 'lost' });
    expect(await servicesOf(source)).not.to.have.property('f');
    told = { services: ['a', 'b', 'c', 'e', 'f'] };
    await come(id);
    expect(await outcomeOf(id), 'what comes whole again needs nobody').to.equal('applied');
    expect(await waitsOnToday()).to.equal(undefined);
  });

  it('marks what the feed lacks where a person says so, and takes the mark away when it is there again', async () => {
    const { id, source } = await addFeed();
    await come(id);
    await decide(id, (await viewOf(id)).newest.id, 'take', { missing: 'keep' }).expect(202);
    await workOff();
    told = { services: ['a'] };
    await come(id);
    expect((await viewOf(id)).newest).to.include({ because: 'lost' });
    await decide(id, (await viewOf(id)).newest.id, 'take', { missing: 'mark' }).expect(202);
    await workOff();
    expect(await servicesOf(source)).to.deep.equal({
      a: 'active',
      b: 'inactive',
      c: 'inactive',
      d: 'inactive',
    });
    const [job] = await listJobs(at.deps.db, 'import');
    expect(job?.result).to.include({ marked: 6 });
    const before = await offered();
    told = { services: ['a', 'b'] };
    await come(id);
    expect((await viewOf(id)).newest.tables.services).to.include({ changed: 1, missing: 0 });
    await decide(id, (await viewOf(id)).newest.id, 'take', { missing: 'keep' }).expect(202);
    await workOff();
    expect(await servicesOf(source)).to.include({ b: 'active', c: 'inactive' });
    expect(await offered()).to.have.length(before.length + 1);
  });

  it('leaves be what a person skips, and does not ask about it again', async () => {
    const { id, source } = await addFeed({ rule: 'apply' });
    await come(id);
    told = { services: ['a'] };
    await come(id);
    await decide(id, (await viewOf(id)).newest.id, 'skip').expect(200);
    expect(Object.values(await servicesOf(source))).to.deep.equal(['active', 'active', 'active', 'active']);
    await agent.post(`/api/v1/feeds/${id}/fetch`).expect(200);
    await come(id);
    expect(await outcomeOf(id)).to.equal('nothing-new');
  });

  it('says why it does not come, waits longer each time, and comes again by itself', async () => {
    const { id } = await addFeed({ rule: 'apply' });
    told = { services: [], status: 503, headers: { 'retry-after': '7200' } };
    await come(id);
    const first = await viewOf(id);
    expect(first.failing).to.include({ code: 'status', status: 503, times: 1 });
    expect(Date.parse(first.nextAt) - Date.now()).to.be.greaterThan(7_000_000);
    told = { services: [] };
    await come(id);
    expect((await viewOf(id)).failing, 'a file of which nothing can be used').to.include({
      code: 'unreadable',
      times: 1,
    });
    await at.deps.db
      .collection<{ _id: string }>(feeds.name)
      .updateOne({ _id: id }, { $set: { 'failing.since': '2020-01-01T00:00:00.000Z' } });
    expect(await waitsOnToday('feeds-failing')).to.include({ count: 1 });
    told = { services: ['a'] };
    await come(id);
    expect(await viewOf(id)).not.to.have.property('failing');
    expect(await outcomeOf(id)).to.equal('applied');
  });

  it('keeps the secret sealed, sends it, tells it to nobody, and drops it where the address goes elsewhere', async () => {
    const { id, source, version } = await addFeed({
      header: { name: 'Authorization', value: 'Bearer hush-hush' },
    });
    await come(id);
    expect(asked[0]).to.include({ authorization: 'Bearer hush-hush' });
    const everything = JSON.stringify([
      await viewOf(id),
      await at.deps.db.collection(feeds.name).find().toArray(),
    ]);
    expect(everything).to.include('Authorization').and.not.to.include('hush');
    const settings = { name: 'Moved', kind: 'hsds', source, everyMinutes: 60, rule: 'ask', paused: false };
    const put = (more: object) => agent.put(`/api/v1/feeds/${id}`).send({ ...settings, ...more });
    const near = await put({ address: `${address}?page=1`, version }).expect(200);
    expect(near.body).to.include({ headerName: 'Authorization' });
    const far = await put({ address: 'https://elsewhere.example.org/', version: near.body.version }).expect(
      200,
    );
    expect(far.body).not.to.have.property('headerName');
    await put({ address, version }).expect(409);
  });

  it('is not fetched while it is paused, unless somebody asks', async () => {
    const { id, source, version } = await addFeed();
    const settings = { name: 'Paused', address, kind: 'hsds', source, everyMinutes: 60, rule: 'ask' };
    await agent
      .put(`/api/v1/feeds/${id}`)
      .send({ ...settings, paused: true, version })
      .expect(200);
    await come(id);
    expect(asked).to.deep.equal([]);
    await agent.post(`/api/v1/feeds/${id}/fetch`).expect(200);
    await come(id);
    expect(asked).to.have.length(1);
  });

  it('goes to no private address that the operator has not named', async () => {
    const { id } = await addFeed({ address: address.replace('127.0.0.1', 'localhost') });
    await come(id);
    expect((await viewOf(id)).failing).to.include({ code: 'address-refused' });
    expect(asked).to.deep.equal([]);
  });

  it('goes on wherever a process died', async () => {
    const { id, source } = await addFeed({ rule: 'apply' });
    const dies = () => Promise.reject(new Error('killed'));
    const db = hookedDatabase(at.deps.db, feedFetches, 'create', dies);
    const first = fetchFeed({ ...at.deps, db }, id);
    expect(await first.catch((error: Error) => error.message), 'after the file was laid aside').to.equal(
      'killed',
    );
    await workOff();
    expect(await outcomeOf(id)).to.equal(undefined);
    await fetchFeed(at.deps, id);
    const { newestId } = (await readFeed(at.deps.db, id))!;
    const fetch = (await readFetch(at.deps.db, newestId!))!;
    const dying = hookedDatabase(at.deps.db, feedFetches, 'updateOne', dies);
    const compared = runImport({ ...at.deps, db: dying }, fetch.comparisonId);
    expect(await compared.catch((error: Error) => error.message), 'after the import was asked for').to.equal(
      'killed',
    );
    expect((await readJob(at.deps.db, fetch.comparisonId))?.status).to.equal('complete');
    await lookAfterFeeds(at.deps);
    await workOff();
    expect(await outcomeOf(id)).to.equal('applied');
    expect(Object.keys(await servicesOf(source))).to.have.length(4);
    await settleFetch(at.deps, fetch);
    expect(await outcomeOf(id), 'done twice it changes nothing').to.equal('applied');
    await at.deps.db
      .collection(`${FEED_FILES}.files`)
      .updateMany({}, { $set: { uploadDate: new Date('2020-01-01') } });
    const kept = await at.deps.db.collection(feedFetches.name).countDocuments({ hasFile: true });
    await sweepFeedFiles(at.deps, new Date('2020-01-02'));
    expect(
      await filesBefore(at.deps.db, FEED_FILES, new Date()),
      'files that nothing leads to',
    ).to.have.length(kept);
  });

  it('leaves the directory as it is when it is removed, and nothing of itself', async () => {
    const { id, source } = await addFeed({ rule: 'apply' });
    await come(id);
    await agent.delete(`/api/v1/feeds/${id}`).expect(204);
    expect(Object.keys(await servicesOf(source))).to.have.length(4);
    expect(await at.deps.db.collection(feedFetches.name).countDocuments({ feedId: id })).to.equal(0);
    await agent.get(`/api/v1/feeds/${id}/fetches`).expect(404);
  });
});
