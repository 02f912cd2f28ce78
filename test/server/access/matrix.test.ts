import { expect } from 'chai';
import type { Response } from 'supertest';
import { ROLES } from '../../../core/accounts/role.ts';
import type { Route } from '../../../server/http/route.ts';
import { allRoutes } from '../../../server/routes.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { testApp } from '../../support/app.ts';
import { refusedAtDoor } from '../../support/refused-at-door.ts';
import type { AccessRow, Asker } from './row.ts';
import { accessRows } from './rows.ts';
import { buildWorld, grantFor, SCOPES, type Scope, type World } from './world.ts';

const ASKERS: readonly Asker[] = ['public', ...ROLES];

/**
 * Every route × every role × own, sibling and foreign scope. The answer that the table expects is written down by
 * hand, not taken from the policy: two people have to err in the same way before a hole gets through.
 */
describe('What every route opens to whom', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let world: World;
  let routes: Map<string, Route>;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    routes = new Map(allRoutes(at.deps).map((route) => [nameOf(route), route]));
    world = await buildWorld(at);
  });
  after(() => at.close());

  it('is written down: no route without a row, no row without a route', () => {
    const rows = accessRows.map(({ route }) => route);
    expect([...rows, 'DELETE /session'].sort()).to.deep.equal([...routes.keys()].sort());
  });

  it('is told: no route without a line that says what it does', () => {
    const silent = [...routes].filter(([, { summary }]) => summary === undefined).map(([name]) => name);
    expect(silent, 'give them a `summary`').to.deep.equal([]);
  });

  for (const row of accessRows) {
    it(`${row.route} opens ${describeRow(row)}`, async () => {
      const { action } = routes.get(row.route)!;
      const found = await observe({ ...row, ...(action && { action }) }, world);
      expect(found).to.deep.equal(expectedOf(row));
    });
  }
});

/** A row with what its route does. */
type DoneRow = AccessRow & Pick<Route, 'action'>;

/** What only reads is asked as everybody at once; what changes something one after the other, as the table has it. */
async function observe(row: DoneRow, world: World): Promise<Record<string, string>> {
  if (row.route.startsWith('GET ')) {
    const found = ASKERS.map(async (asker) => [asker, await scopesOpen(row, world, asker)]);
    return Object.fromEntries(await Promise.all(found));
  }
  const found: Record<string, string> = {};
  for (const asker of ASKERS) found[asker] = await scopesOpen(row, world, asker);
  return found;
}

/**
 * A request that is the same to the letter for several scopes is made once, and its answer looked at for each. Who is
 * refused at the door asks once.
 */
async function scopesOpen(row: DoneRow, world: World, asker: Asker): Promise<string> {
  const replies = new Map<string, Response>();
  const opened: Scope[] = [];
  const grant = asker === 'public' ? null : grantFor(asker, world.corners.own);
  const endsAtDoor = refusedAtDoor(grant, row);
  for (const scope of SCOPES) {
    const [address, body] = [row.path?.(world, scope), row.body?.(world, scope)];
    const key = JSON.stringify([address, body]);
    const reply = replies.get(key) ?? (await ask(row, world, asker, { address, body }));
    replies.set(key, reply);
    if (endsAtDoor && [401, 403].includes(reply.status)) return opened.join(' ');
    if (isOpen(row, reply, asker) && (row.shows?.(reply.body, world, scope) ?? true)) opened.push(scope);
  }
  return opened.join(' ');
}

function ask(
  row: AccessRow,
  world: World,
  asker: Asker,
  { address, body }: { address: string | undefined; body: object | undefined },
): Promise<Response> {
  const [method = '', pattern = ''] = row.route.split(' ');
  const request = world.agents[asker][method.toLowerCase() as Route['method']](
    `/api/v1${address ?? pattern}`,
  );
  return firstPart(body ? request.send(body) : request);
}

function isOpen(row: AccessRow, reply: Response, asker: Asker): boolean {
  if (reply.status < 300 || row.alsoOpen?.includes(reply.status)) return true;
  if ([401, 403, 404].includes(reply.status)) return false;
  throw new Error(`${row.route} answered ${reply.status} to ${asker}: ${JSON.stringify(reply.body)}`);
}

/** Live events do not end while their job is open: the headers are the answer. */
async function firstPart(
  request: PromiseLike<Response> & { buffer(on: boolean): unknown; parse(p: unknown): unknown },
): Promise<Response> {
  request.parse((res: EventsReply, done: (error: Error | null, body?: unknown) => void) => {
    if (!res.headers['content-type']?.startsWith('text/event-stream')) return readAll(res, done);
    res.destroy();
    done(null, {});
  });
  request.buffer(true);
  return await request;
}

interface EventsReply extends NodeJS.ReadableStream {
  headers: Record<string, string>;
  destroy(): void;
}

function readAll(res: EventsReply, done: (error: Error | null, body?: unknown) => void): void {
  const parts: Buffer[] = [];
  res.on('data', (part: Buffer) => parts.push(part));
  res.on('end', () => {
    const text = Buffer.concat(parts).toString();
    done(null, /json/.test(res.headers['content-type'] ?? '') ? JSON.parse(text) : text);
  });
}

function expectedOf({ opens }: AccessRow): Record<string, string> {
  const everything = SCOPES.join(' ');
  return Object.fromEntries(
    ASKERS.map((asker) => {
      if (opens === 'everyone') return [asker, everything];
      if (opens === 'signed-in') return [asker, asker === 'public' ? '' : everything];
      return [asker, opens[asker] ?? ''];
    }),
  );
}

function describeRow({ opens }: AccessRow): string {
  if (typeof opens === 'string') return `to ${opens}`;
  const parts = Object.entries(opens).map(
    ([asker, scopes]) => `${scopes.replaceAll(' ', ' and ')} to ${asker}`,
  );
  return parts.join(', ');
}

function nameOf({ method, path }: Route): string {
  return `${method.toUpperCase()} ${path}`;
}
