import { type Command, collectionOf } from '../command.ts';
import { type Context, type Handler, runOnEngine, track } from '../context.ts';
import type { Cursor } from '../cursor-store.ts';
import type { EngineClient, Row } from '../engine.ts';
import { gatewayError } from '../gateway-error.ts';
import type { StatementName } from '../statements.ts';

/** A command whose answer may go on: its first page comes now, the rest by getMore. */
export function firstPage(statement: StatementName): Handler {
  return (context, command) =>
    runOnEngine(context, command, async (client, keep) => {
      const row = one(await context.engine.run(client, statement, [command.database, command.bytes]));
      const [page, continuation, persist, id] = row;
      if (!continuation) return page as Buffer;
      // The cursor lives on this connection; the one of a transaction stays there by itself.
      const pins = persist === true && !command.session.inTransaction;
      if (pins) keep();
      context.cursors.add(
        cursorOf(context, command, id as bigint, continuation as Buffer, pins ? client : null),
      );
      return page as Buffer;
    });
}

function cursorOf(
  { socket }: Context,
  { database, target, session }: Command,
  id: bigint,
  continuation: Buffer,
  pinned: EngineClient | null,
): Cursor {
  return {
    id,
    database,
    collection: typeof target === 'string' ? target : '$cmd',
    continuation,
    pinned,
    sessionId: session.id,
    owner: socket.owner,
    busy: false,
    usedAt: Date.now(),
  };
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
