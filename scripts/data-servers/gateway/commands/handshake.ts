import type { Handler } from '../context.ts';
import { MAX_BSON_BYTES, MAX_MESSAGE_BYTES, MAX_WRITE_BATCH } from '../wire-message.ts';

/** MongoDB 7.0: what the driver may expect of the wire, with DocumentDB's answers behind it. */
const VERSION = '7.0.0';
const MAX_WIRE_VERSION = 21;

/**
 * Greets as a mongos does: drivers then allow transactions and retried writes, and expect no replica set of us.
 * Without a topologyVersion they poll, and never ask for streamed (exhaust) answers.
 */
const hello: Handler = async ({ socket }, command) => ({
  helloOk: true,
  ...(command.name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
  msg: 'isdbgrid',
  maxBsonObjectSize: MAX_BSON_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: MAX_WRITE_BATCH,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId: socket.id,
  minWireVersion: 0,
  maxWireVersion: MAX_WIRE_VERSION,
  readOnly: false,
  ok: 1,
});

const buildInfo: Handler = async () => ({
  version: VERSION,
  versionArray: VERSION.split('.').map(Number).concat(0),
  gitVersion: 'documentdb',
  modules: [],
  storageEngines: ['documentdb'],
  javascriptEngine: 'none',
  bits: 64,
  debug: false,
  maxBsonObjectSize: MAX_BSON_BYTES,
  ok: 1,
});

const ok: Handler = async () => ({ ok: 1 });

export const HANDSHAKE: Record<string, Handler> = {
  hello,
  isMaster: hello,
  ismaster: hello,
  ping: ok,
  buildInfo,
  buildinfo: buildInfo,
  hostInfo: async () => ({ system: {}, os: {}, extra: {}, ok: 1 }),
  getParameter: async (_, command) =>
    command.field('featureCompatibilityVersion') === undefined
      ? { ok: 1 }
      : { featureCompatibilityVersion: { version: VERSION.slice(0, 3) }, ok: 1 },
  getCmdLineOpts: async () => ({ argv: ['mongos'], parsed: {}, ok: 1 }),
  getLog: async () => ({ totalLinesWritten: 0, log: [], ok: 1 }),
  whatsmyuri: async () => ({ you: '127.0.0.1:0', ok: 1 }),
  connectionStatus: async () => ({
    authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] },
    ok: 1,
  }),
  serverStatus: async ({ cursors, transactions }) => ({
    host: '127.0.0.1',
    version: VERSION,
    process: 'mongos',
    pid: process.pid,
    uptime: process.uptime(),
    localTime: new Date(),
    metrics: { cursor: { open: { total: cursors.size } } },
    transactions: { currentOpen: transactions.openCount },
    ok: 1,
  }),
  setFeatureCompatibilityVersion: ok,
  refreshSessions: ok,
  startSession: async () => ({ timeoutMinutes: 30, ok: 1 }),
  logout: ok,
};
