import { BSON } from 'bson';
import { type Command, collectionOf } from '../command.ts';
import { type Context, type Handler, runOnEngine } from '../context.ts';
import { duplicateKeyError } from '../duplicate-key.ts';
import type { Column } from '../engine.ts';
import { gatewayError } from '../gateway-error.ts';
import type { StatementName } from '../statements.ts';
import { isUniqueViolation } from './writes.ts';

type Value = Uint8Array | string | number | null;

/** Runs a statement and gives the first column of its one row. */
async function ask(
  context: Context,
  command: Command,
  statement: StatementName,
  values: readonly Value[],
): Promise<Column> {
  const rows = await runOnEngine(context, command, (client) => context.engine.run(client, statement, values));
  return rows[0]?.[0] ?? null;
}

/** The engine's word for "done" is sometimes no document at all. */
const orOk = (column: Column): Uint8Array | BSON.Document => (Buffer.isBuffer(column) ? column : { ok: 1 });

const create: Handler = async (context, command) => {
  collectionOf(command);
  return orOk(await ask(context, command, 'create', [command.database, command.bytes]));
};

const drop: Handler = async (context, command) => {
  const collection = collectionOf(command);
  forgetCursors(
    context,
    (cursor) => cursor.database === command.database && cursor.collection === collection,
  );
  await ask(context, command, 'drop', [command.database, collection]);
  return { ns: `${command.database}.${collection}`, ok: 1 };
};

const dropDatabase: Handler = async (context, command) => {
  forgetCursors(context, (cursor) => cursor.database === command.database);
  await ask(context, command, 'dropDatabase', [command.database]);
  return { dropped: command.database, ok: 1 };
};

function forgetCursors(
  context: Context,
  matches: (cursor: { database: string; collection: string }) => boolean,
): void {
  context.cursors.closeWhere(matches);
}

const createIndexes: Handler = async (context, command) => {
  const namespace = { database: command.database, collection: collectionOf(command) };
  try {
    const result = await ask(context, command, 'createIndexes', [command.database, command.bytes]);
    return unwrapShards(orOk(result));
  } catch (error) {
    if (isUniqueViolation(error)) throw await duplicateKeyError(context.engine, namespace, error);
    throw error;
  }
};

/** The engine answers for each shard, and there is one: drivers want its part. */
function unwrapShards(reply: Uint8Array | BSON.Document): BSON.Document {
  const document = reply instanceof Uint8Array ? BSON.deserialize(reply) : reply;
  return document.raw?.defaultShard ?? document;
}

const dropIndexes: Handler = async (context, command) => {
  collectionOf(command);
  return orOk(await ask(context, command, 'dropIndexes', [command.database, command.bytes]));
};

const collMod: Handler = async (context, command) =>
  orOk(await ask(context, command, 'collMod', [command.database, collectionOf(command), command.bytes]));

const renameCollection: Handler = async (context, command) =>
  orOk(await ask(context, command, 'renameCollection', [command.bytes]));

const scaleOf = (command: Command): number => Number(command.field('scale') ?? 1) || 1;

export const SCHEMA: Record<string, Handler> = {
  create,
  drop,
  dropDatabase,
  createIndexes,
  dropIndexes,
  deleteIndexes: dropIndexes,
  collMod,
  renameCollection,
  listDatabases: async (context, command) =>
    orOk(await ask(context, command, 'listDatabases', [command.bytes])),
  collStats: async (context, command) =>
    orOk(
      await ask(context, command, 'collStats', [command.database, collectionOf(command), scaleOf(command)]),
    ),
  dbStats: async (context, command) =>
    orOk(await ask(context, command, 'dbStats', [command.database, scaleOf(command)])),
  validate: async (context, command) =>
    orOk(await ask(context, command, 'validate', [command.database, command.bytes])),
  count: async (context, command) =>
    orOk(await ask(context, command, 'count', [command.database, command.bytes])),
  distinct: async (context, command) =>
    orOk(await ask(context, command, 'distinct', [command.database, command.bytes])),
  explain: async () => {
    throw gatewayError(
      'CommandNotSupported',
      'This engine cannot explain; use a mongod to study query plans.',
    );
  },
};
