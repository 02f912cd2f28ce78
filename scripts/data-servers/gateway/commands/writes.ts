import type { BSON } from 'bson';
import pg from 'pg';
import { elementsOf } from '../bson-elements.ts';
import { type Command, collectionOf, decode } from '../command.ts';
import { type Context, type Handler, runOnEngine } from '../context.ts';
import { describeDuplicate, duplicateKeyError } from '../duplicate-key.ts';
import { codeOfSqlState, unpackSqlState } from '../error-codes.ts';
import { gatewayError, TRANSIENT } from '../gateway-error.ts';

interface WriteError extends BSON.Document {
  index: number;
  code: number;
  errmsg?: string;
}

/** insert, update and delete: the batch may have come as a document sequence. */
function write(statement: 'insert' | 'update' | 'delete'): Handler {
  return async (context, command) => {
    collectionOf(command);
    const rows = await runOnEngine(context, command, (client) =>
      context.engine.run(client, statement, [command.database, command.bytes, command.sequence]),
    );
    const [result, success] = rows[0] as [Buffer, boolean];
    return success ? result : translateWriteErrors(context, command, result);
  };
}

/** Write results carry SQLSTATEs packed into integers: gives them MongoDB's codes, and tells duplicates in its words. */
async function translateWriteErrors(
  context: Context,
  command: Command,
  result: Buffer,
): Promise<BSON.Document> {
  const reply = decode(result);
  const errors = (reply.writeErrors ?? []) as WriteError[];
  for (const error of errors) await translate(context, command, error);
  const conflict = errors.find(({ code }) => code === CONFLICT || code === LOCK_TIMEOUT);
  if (command.session.inTransaction && errors.length > 0) {
    await context.transactions.abort(command).catch(() => undefined);
    if (conflict)
      throw gatewayError('WriteConflict', conflict.errmsg ?? 'Write conflict', { labels: [TRANSIENT] });
  }
  return reply;
}

const DUPLICATE = 11000;
const CONFLICT = 112;
const LOCK_TIMEOUT = 24;

async function translate(context: Context, command: Command, error: WriteError): Promise<void> {
  error.code = codeOfSqlState(unpackSqlState(error.code))[0];
  if (error.code !== DUPLICATE) return;
  const indexName = /Index '(.*)'/.exec(error.errmsg ?? '')?.[1] ?? '_id_';
  const namespace = { database: command.database, collection: collectionOf(command) };
  const document = command.name === 'insert' ? insertedDocument(command, error.index) : null;
  Object.assign(error, await describeDuplicate(context.engine, namespace, indexName, document));
}

/** The document of an insert by its place in the batch. */
function insertedDocument(command: Command, index: number): BSON.Document | null {
  if (!command.sequence) return (command.field('documents') as BSON.Document[] | undefined)?.[index] ?? null;
  let at = 0;
  for (let i = 0; i < index; i++) at += command.sequence.readInt32LE(at);
  return decode(command.sequence.subarray(at, at + command.sequence.readInt32LE(at)));
}

const findAndModify: Handler = async (context, command) => {
  const namespace = { database: command.database, collection: collectionOf(command) };
  try {
    const rows = await runOnEngine(context, command, (client) =>
      context.engine.run(client, 'findAndModify', [command.database, rename(command)]),
    );
    return rows[0]![0] as Buffer;
  } catch (error) {
    if (isUniqueViolation(error)) throw await duplicateKeyError(context.engine, namespace, error);
    throw error;
  }
};

/** The engine knows the command by one of its two spellings. */
function rename(command: Command): Buffer {
  if (command.name === 'findAndModify') return command.bytes;
  const at = elementsOf(command.bytes)[0]!.bytes.indexOf(command.name) + 4 + 1 - 1;
  const bytes = Buffer.from(command.bytes);
  bytes.write('findAndModify', at);
  return bytes;
}

/** Unique indexes are exclusion constraints in the engine, but for the one of _id. */
export function isUniqueViolation(error: unknown): error is pg.DatabaseError {
  return error instanceof pg.DatabaseError && (error.code === '23P01' || error.code === '23505');
}

export const WRITES: Record<string, Handler> = {
  insert: write('insert'),
  update: write('update'),
  delete: write('delete'),
  findAndModify,
  findandmodify: findAndModify,
};
