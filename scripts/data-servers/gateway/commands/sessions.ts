import type { Binary } from 'bson';
import type { Command } from '../command.ts';
import type { Context, Handler } from '../context.ts';

const commitTransaction: Handler = async ({ transactions }, command) => {
  await transactions.commit(command);
  return { ok: 1 };
};

const abortTransaction: Handler = async ({ transactions }, command) => {
  await transactions.abort(command);
  return { ok: 1 };
};

const endSessions: Handler = async (context, command) => {
  await Promise.all(sessionIds(command).map((id) => endSession(context, id)));
  return { ok: 1 };
};

async function endSession({ cursors, transactions }: Context, id: string): Promise<void> {
  cursors.closeWhere((cursor) => cursor.sessionId === id);
  await transactions.endSession(id);
}

function sessionIds(command: Command): string[] {
  const sessions = Array.isArray(command.target) ? (command.target as { id?: Binary }[]) : [];
  return sessions.flatMap(({ id }) => (id ? [id.toString('hex')] : []));
}

export const SESSIONS: Record<string, Handler> = {
  commitTransaction,
  abortTransaction,
  endSessions,
  killSessions: endSessions,
};
