import type { BSON } from 'bson';
import type { Command } from './command.ts';
import { CURSORS } from './commands/cursors.ts';
import { HANDSHAKE } from './commands/handshake.ts';
import { SCHEMA } from './commands/schema.ts';
import { SESSIONS } from './commands/sessions.ts';
import { WRITES } from './commands/writes.ts';
import type { Context, Handler } from './context.ts';
import { gatewayError } from './gateway-error.ts';

const HANDLERS = new Map<string, Handler>(
  [HANDSHAKE, SESSIONS, CURSORS, WRITES, SCHEMA].flatMap((commands) => Object.entries(commands)),
);

/** MongoDB refuses these in a transaction; so do we, lest code that works here fails there. */
const NOT_IN_TRANSACTION = new Set([
  'collMod',
  'collStats',
  'count',
  'createIndexes',
  'dbStats',
  'drop',
  'dropDatabase',
  'dropIndexes',
  'listCollections',
  'listDatabases',
  'listIndexes',
  'renameCollection',
]);

/** Finds and runs the handler of a command. */
export async function runCommand(context: Context, command: Command): Promise<Uint8Array | BSON.Document> {
  const handler = HANDLERS.get(command.name);
  if (!handler) throw gatewayError('CommandNotFound', `no such command: '${command.name}'`);
  if (command.session.inTransaction && NOT_IN_TRANSACTION.has(command.name)) {
    throw gatewayError(
      'OperationNotSupportedInTransaction',
      `Cannot run '${command.name}' in a transaction.`,
    );
  }
  return handler(context, command);
}
