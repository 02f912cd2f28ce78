import { Agent as HttpAgent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import fc from 'fast-check';
import { ROLES } from '../../core/accounts/role.ts';
import type { Route } from '../../server/http/route.ts';
import { allRoutes } from '../../server/routes.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import type { Asker } from '../server/access/row.ts';
import { accessRows } from '../server/access/rows.ts';
import { buildWorld, type Scope, type World } from '../server/access/world.ts';
import { type Agent, testApp } from '../support/app.ts';
import { requestsFor, type WireRequest } from './generate-request.ts';
import { sendRaw, type WireReply } from './send-raw.ts';

/**
 * How many in all, with another seed each time: a tenth of what docs/privacy.md tells of, so that it takes half a minute.
 * `TRELLIS_REQUESTS=100000` asks all of them, `TRELLIS_SEED` repeats a run.
 */
const REQUESTS = Number(process.env.TRELLIS_REQUESTS ?? 10_000);
const SEED = Number(process.env.TRELLIS_SEED ?? Date.now() % 2 ** 31);
const ASKERS: readonly Asker[] = ['public', ...ROLES];
const AT_ONCE = 16;
const UNLIMITED = {
  REQUESTS_PER_MINUTE_ADDRESS: '1000000000',
  REQUESTS_PER_MINUTE_ACCOUNT: '1000000000',
  JOBS_PER_MINUTE_ACCOUNT: '1000000000',
};

/** What may never be in an answer: words of our own inside, and records of a scope that the asker has not. */
const INSIDE =
  /node_modules|\bat (async )?\S+ \(|MongoServerError|ValidationError|CastError|ECONNREFUSED|ReplyError/;

describe(`${REQUESTS} requests that nobody expects`, function () {
  this.timeout(REQUESTS * 20);
  let at: Awaited<ReturnType<typeof testApp>>;
  let world: World;
  let credentials: Record<Asker, Record<string, string>>;
  const http = new HttpAgent({ keepAlive: true, maxSockets: AT_ONCE });

  before(async () => {
    at = await testApp({ collections: [...allCollections], env: UNLIMITED });
    world = await buildWorld(at);
    credentials = await credentialsOf(world);
  });
  after(async () => {
    http.destroy();
    await at.close();
  });

  it(`bring no answer of 5xx, and none with what the asker may not see (seed ${SEED})`, async () => {
    const port = Number(new URL(at.url).port) satisfies AddressInfo['port'];
    const wrong: string[] = [];
    const statuses = new Map<number, number>();
    const ask = async (request: WireRequest) => {
      const headers = { ...request.headers, ...credentials[request.asker] };
      const reply = await sendRaw(port, http, { ...request, headers });
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      const fault = faultOf(request, reply);
      if (fault)
        wrong.push(`${fault}: ${describeRequest(request)} → ${reply.status} ${reply.text.slice(0, 300)}`);
    };
    await inParallel(generate(at, world), ask, () => wrong.length > 20);
    expect(wrong).to.deep.equal([]);
    // Not everything was refused at the door, and the askers are still signed in: the test has looked inside.
    expect(statuses.get(200) ?? 0).to.be.greaterThan(REQUESTS / 100);
    for (const role of ROLES) {
      const { body } = await world.agents[role].get('/api/v1/session');
      expect(body.account, `${role} is still signed in`).to.not.equal(null);
    }
  });
});

/** Every route gets the same share, in turn; what comes out is asked by everybody. */
function* generate(at: Awaited<ReturnType<typeof testApp>>, world: World): Generator<WireRequest> {
  const routes = allRoutes(at.deps).filter((route) => !endsTheSession(route));
  const each = Math.ceil(REQUESTS / routes.length / ASKERS.length);
  for (const [index, route] of routes.entries()) {
    const row = accessRows.find((known) => known.route === `${route.method.toUpperCase()} ${route.path}`);
    const requests = fc.sample(requestsFor(route, row, world), { numRuns: each, seed: SEED + index });
    for (const request of requests) for (const asker of ASKERS) yield { ...request, asker };
  }
}

function endsTheSession({ method, path }: Route): boolean {
  return method === 'delete' && path === '/session';
}

async function inParallel<T>(items: Iterator<T>, work: (item: T) => Promise<void>, enough: () => boolean) {
  const next = async (): Promise<void> => {
    for (let item = items.next(); !item.done && !enough(); item = items.next()) await work(item.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

function faultOf({ asker }: WireRequest, { status, text }: WireReply): string | undefined {
  if (status >= 500) return 'failed';
  if (INSIDE.test(text)) return 'shows the inside';
  const leaked = forbiddenTo(asker).find((word) => text.includes(word));
  return leaked === undefined ? undefined : `shows ${leaked}`;
}

/** The words by which a record of a scope is known (test/server/access/records.ts). */
function wordsOf(scope: Scope): string[] {
  return [`"localId":"student-${scope}"`, `note-${scope}`, `Family-${scope}`, `contact-${scope}`];
}

function forbiddenTo(asker: Asker): string[] {
  if (asker === 'administrator' || asker === 'district-leader') return wordsOf('foreign');
  const others = [...wordsOf('sibling'), ...wordsOf('foreign')];
  const sees = ['coordinator', 'staff', 'family', 'student'].includes(asker);
  return sees ? others : [...others, ...wordsOf('own')];
}

async function credentialsOf(world: World): Promise<Record<Asker, Record<string, string>>> {
  const found: Partial<Record<Asker, Record<string, string>>> = { public: {} };
  for (const role of ROLES) found[role] = await credentialOf(world.agents[role]);
  return found as Record<Asker, Record<string, string>>;
}

async function credentialOf(agent: Agent): Promise<Record<string, string>> {
  const reply = await agent.get('/api/v1/session');
  const { header } = (reply as unknown as { request: { header: Record<string, string> } }).request;
  const cookie = header.cookie ?? header.Cookie ?? '';
  return { cookie, 'x-csrf-token': reply.body.csrfToken };
}

function describeRequest({ asker, method, target, body }: WireRequest): string {
  return `${asker} ${method} ${target.slice(0, 200)} ${body ? Buffer.from(body).toString().slice(0, 300) : ''}`;
}
