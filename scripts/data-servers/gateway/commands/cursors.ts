import { type Command, collectionOf } from '../command.ts';
import { type Context, type Handler, runOnEngine, track } from '../context.ts';
import { type EngineClient, type Row, releaseClient } from '../engine.ts';
import { gatewayError } from '../gateway-error.ts';
import type { StatementName } from '../statements.ts';

/** A command whose answer may go on: its first page comes now, the rest by getMore. */
export function firstPage(statement: StatementName): Handler {
  return async (context, command) => {
    const run = (client: EngineClient): Promise<Row[]> =>
      context.engine.run(client, statement, [command.database, command.bytes]);
    if (command.session.inTransaction) {
      return keepCursor(context, command, one(await runOnEngine(context, command, run)), null);
    }
    return firstPageOutsideTransaction(context, command, run);
  };
}

/** The connection is taken apart from the pool's usual round only when the engine says that the cursor lives on it. */
async function firstPageOutsideTransaction(
  context: Context,
  command: Command,
  run: (client: EngineClient) => Promise<Row[]>,
): Promise<Buffer> {
  const row = one(await runOnEngine(context, command, run));
  if (row[2] !== true) return keepCursor(context, command, row, null);
  // Rare: the engine is set to keep cursors in files. Ask again on a connection that can be kept.
  const client = await context.engine.takeClient();
  try {
    return keepCursor(context, command, one(await track(context, client, run)), client);
  } catch (error) {
    releaseClient(client, true);
    throw error;
  }
}

function keepCursor(context: Context, command: Command, row: Row, pinned: EngineClient | null): Buffer {
  const [page, continuation, persist, id] = row;
  if (!continuation) {
    if (pinned) releaseClient(pinned, false);
    return page as Buffer;
  }
  if (pinned && persist !== true) releaseClient(pinned, false);
  const { session } = command;
  context.cursors.add({
    id: id as bigint,
    database: command.database,
    collection: typeof command.target === 'string' ? command.target : '$cmd',
    continuation: continuation as Buffer,
    pinned: persist === true ? pinned : null,
    sessionId: session.id,
    txnNumber: session.inTransaction ? session.txnNumber! : null,
    owner: context.socket.owner,
    busy: false,
    usedAt: Date.now(),
  });
  return page as Buffer;
}

const getMore: Handler = async (context, command) => {
  if (typeof command.target !== 'bigint')
    throw gatewayError('TypeMismatch', 'getMore needs a 64-bit cursor id.');
  const cursor = context.cursors.acquire(command.target, context.socket.owner);
  const run = (client: EngineClient): Promise<Row[]> =>
    context.engine.run(client, 'getMore', [cursor.database, command.bytes, cursor.continuation]);
  try {
    const rows = cursor.pinned
      ? await track(context, cursor.pinned, run)
      : await runOnEngine(context, command, run);
    const [page, continuation] = one(rows);
    context.cursors.settle(cursor, continuation as Buffer | null);
    return page as Buffer;
  } catch (error) {
    context.cursors.settle(cursor, null);
    throw error;
  }
};

const killCursors: Handler = async (context, command) => {
  collectionOf(command);
  const ids = command.field('cursors');
  if (!Array.isArray(ids)) throw gatewayError('TypeMismatch', 'killCursors needs an array of cursors.');
  // Small ids come as doubles from shells and scripts that know no 64-bit integers.
  const wanted = ids.filter((id) => typeof id === 'bigint' || Number.isInteger(id)).map((id) => BigInt(id));
  const { killed, notFound } = context.cursors.kill(wanted);
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

function one(rows: Row[]): Row {
  const row = rows[0];
  if (!row) throw gatewayError('InternalError', 'The engine gave no answer.');
  return row;
}

export const CURSORS: Record<string, Handler> = {
  find: firstPage('find'),
  aggregate: firstPage('aggregate'),
  listCollections: firstPage('listCollections'),
  listIndexes: firstPage('listIndexes'),
  getMore,
  killCursors,
};
