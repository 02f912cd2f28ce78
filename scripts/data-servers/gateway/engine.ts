import pg from 'pg';
import { STATEMENTS, type StatementName } from './statements.ts';

/** A column as the gateway reads it: BSON stays bytes. */
export type Column = Buffer | string | bigint | boolean | null;
export type Row = readonly Column[];
export type EngineClient = pg.PoolClient;

/** Work on a connection; after `keep` the connection is the worker's own, to be given back with releaseClient. */
export type EngineWork<T> = (client: EngineClient, keep: () => void) => Promise<T>;

/** The PostgreSQL side of the gateway: two bounded sets of connections, each with a queue. */
export interface Engine {
  /**
   * Runs work on a connection that goes back when the work ends, unless the work keeps it; waits its turn when all are busy.
   */
  withClient<T>(work: EngineWork<T>): Promise<T>;
  /** Takes a connection for a transaction; give it back with releaseClient. */
  takeClient(): Promise<EngineClient>;
  run(
    client: EngineClient,
    name: StatementName,
    values: readonly (Uint8Array | string | number | bigint | null)[],
  ): Promise<Row[]>;
  /** Stops what a connection is doing now, because nobody waits for it any more. */
  cancel(client: EngineClient): void;
  close(): Promise<void>;
}

export interface EngineOptions {
  socketDir: string;
  user: string;
  /** PostgreSQL settings of every connection. */
  settings?: Readonly<Record<string, string>>;
  /** Connections for single commands. On two cores more do not help, they only wait for locks together. */
  commandConnections?: number;
  /** Connections held by open transactions; the rest wait in line. */
  pinnedConnections?: number;
}

/** How long a command waits for a free connection before it fails. */
const QUEUE_TIMEOUT_MS = 30_000;
/** How long a starting or recovering PostgreSQL is waited for. */
const STARTUP_PATIENCE_MS = 10_000;

const SETTINGS = { search_path: 'documentdb_api_catalog,documentdb_api,public' };

export function createEngine(options: EngineOptions): Engine {
  const connect = {
    host: options.socketDir,
    user: options.user,
    database: 'postgres',
    options: Object.entries({ ...SETTINGS, ...options.settings })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' '),
    connectionTimeoutMillis: QUEUE_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
  };
  const commands = createPool({ ...connect, max: options.commandConnections ?? 16 });
  const pinned = createPool({ ...connect, max: options.pinnedConnections ?? 48 });

  return {
    async withClient(work) {
      const client = await connectPatiently(commands);
      let kept = false;
      try {
        const result = await work(client, () => {
          kept = true;
        });
        if (!kept) client.release();
        return result;
      } catch (error) {
        client.release(kept || isBroken(error));
        throw error;
      }
    },
    takeClient: () => connectPatiently(pinned),
    async run(client, name, values) {
      const result = await client.query({
        ...ROWS,
        name,
        text: STATEMENTS[name],
        values: [...values],
      });
      return result.rows as Row[];
    },
    cancel(client) {
      const { processID } = client as EngineClient & { processID: number };
      commands.query('SELECT pg_cancel_backend($1)', [processID]).catch(() => undefined);
    },
    async close() {
      await Promise.all([commands.end(), pinned.end()]);
    },
  };
}

/** Gives a taken connection back; a broken one, or one in an unknown state, is closed. */
export function releaseClient(client: EngineClient, broken: boolean): void {
  client.release(broken);
}

/** Whether an error says that the connection itself is gone, rather than the statement wrong. */
export function isBroken(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return !(error instanceof pg.DatabaseError) ? !isOurs(error) : /^(08|57P0)/.test(String(code));
}

function isOurs(error: unknown): boolean {
  return error instanceof Error && 'codeName' in error;
}

function createPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config);
  // An idle connection that breaks is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function connectPatiently(pool: pg.Pool): Promise<EngineClient> {
  const deadline = Date.now() + STARTUP_PATIENCE_MS;
  for (;;) {
    try {
      return await pool.connect();
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (!['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code) || Date.now() > deadline)
        throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Rows as arrays; BSON comes as the hexadecimal text of a bytea and becomes bytes at once. */
const ROWS = {
  rowMode: 'array',
  types: { getTypeParser: (oid: number) => parsers.get(oid) ?? ((text: string) => text) },
} as { rowMode: 'array' };

const parsers = new Map<number, (text: string) => Column>([
  [16, (text) => text === 't'],
  [17, (text) => Buffer.from(text.slice(2), 'hex')],
  [20, (text) => BigInt(text)],
]);
