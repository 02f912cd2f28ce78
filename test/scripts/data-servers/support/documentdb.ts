import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient, type MongoClientOptions } from 'mongodb';
import pg from 'pg';
import { DOCUMENTDB } from '../../../../scripts/data-servers/debian/bundles.ts';
import { ensureBundle } from '../../../../scripts/data-servers/debian/unpack-bundle.ts';
import { defaultCacheDir } from '../../../../scripts/data-servers/default-cache-dir.ts';
import {
  type Gateway,
  type GatewayOptions,
  startGateway,
} from '../../../../scripts/data-servers/gateway/start-gateway.ts';
import { startPostgres } from '../../../../scripts/data-servers/mongodb/start-postgres.ts';
import { claimRunFolder } from '../../../../scripts/data-servers/processes/run-folder.ts';
import {
  reachableFolder,
  unprivilegedUser,
} from '../../../../scripts/data-servers/processes/unprivileged-user.ts';

/** A DocumentDB of the tests' own with the gateway in this process, whatever MONGODB_URI names. */
export interface TestEngine {
  gateway: Gateway;
  uri: string;
  /** Another gateway to the same engine, with limits of its own. */
  anotherGateway(options: Partial<GatewayOptions>): Promise<Gateway>;
  /** Looks past the gateway: aggregations that PostgreSQL is running now. */
  activeQueries(): Promise<{ count(): Promise<number>; close(): Promise<void> }>;
}

/** The engine that the suites of this process share, while one of them needs it. */
let started: Promise<TestEngine | string> | null = null;
let suites = 0;
let cleanups: (() => Promise<unknown>)[] = [];

/** DocumentDB's programs, fetched if need be; a sentence instead when this machine cannot have them. */
async function findBundle(): Promise<{ bundle: string; cacheDir: string; reason: string }> {
  const cacheDir = await reachableFolder(
    defaultCacheDir(process.env),
    '/var/cache/trellis',
    await unprivilegedUser(),
  );
  try {
    return { bundle: await ensureBundle(DOCUMENTDB, cacheDir, () => undefined), cacheDir, reason: '' };
  } catch (error) {
    return { bundle: '', cacheDir, reason: `DocumentDB cannot be had here: ${(error as Error).message}` };
  }
}

/** Skips a suite by name where there is no DocumentDB. */
export function documentDbOrSkip(): void {
  before(async function findPrograms() {
    this.timeout(300_000);
    const { bundle, reason } = await findBundle();
    if (bundle) return;
    process.stdout.write(`      skipped: ${reason}\n`);
    this.skip();
  });
}

/** Starts an engine; a sentence instead when this machine cannot have one. */
async function start(): Promise<TestEngine | string> {
  const user = await unprivilegedUser();
  const { bundle, cacheDir, reason } = await findBundle();
  if (!bundle) return reason;
  const dataDir = await mkdtemp(join(tmpdir(), 'trellis-gateway-'));
  const runDir = await claimRunFolder(dataDir);
  const context = { dataDir, runDir, cacheDir, env: {}, onStep: () => undefined, durability: 'off' as const };
  const postgres = await startPostgres(context, bundle, user);
  const engine = { socketDir: postgres.socketDir, user: postgres.superuser, port: 0 };
  const gateways: Gateway[] = [];
  const open = async (options: Partial<GatewayOptions>): Promise<Gateway> => {
    const gateway = await startGateway({ ...engine, ...options });
    gateways.push(gateway);
    return gateway;
  };
  cleanups.push(async () => {
    await Promise.all(gateways.map((each) => each.close()));
    await postgres.server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const gateway = await open({});
  return {
    gateway,
    uri: uriOf(gateway),
    anotherGateway: open,
    activeQueries: () => activeQueries(postgres.socketDir, postgres.superuser),
  };
}

async function activeQueries(host: string, user: string) {
  const client = new pg.Client({ host, user, database: 'postgres' });
  await client.connect();
  const text =
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%aggregate_cursor_first_page%' AND pid <> pg_backend_pid()";
  return {
    count: async () => (await client.query<{ n: number }>(text)).rows[0]!.n,
    close: () => client.end(),
  };
}

/** Stops the engine when the last suite that shares it has ended: test files may come one after the other in one process. */
async function stopUnused(): Promise<void> {
  if (suites > 0) return;
  const ending = cleanups;
  cleanups = [];
  started = null;
  for (const cleanup of ending) await cleanup();
}

export const uriOf = (gateway: Gateway): string =>
  `mongodb://127.0.0.1:${gateway.port}/?directConnection=true`;

export interface Connected {
  engine: TestEngine;
  client: MongoClient;
  db: Db;
}

let databases = 0;

/** Gives a suite a client with an empty database of its own; skips the suite by name where there is no engine. */
export function withDocumentDb(options: MongoClientOptions = {}): Connected {
  const connected = {} as Connected;
  before(async function startEngine() {
    this.timeout(300_000);
    suites += 1;
    started ??= start();
    const engine = await started;
    if (typeof engine === 'string') {
      process.stdout.write(`      skipped: ${engine}\n`);
      this.skip();
    }
    connected.engine = engine;
    connected.client = await new MongoClient(engine.uri, options).connect();
    connected.db = connected.client.db(`test_${process.pid}_${++databases}`);
  });
  after(async function leaveEngine() {
    this.timeout(20_000);
    await connected.client?.close();
    suites -= 1;
    await stopUnused();
  });
  return connected;
}
