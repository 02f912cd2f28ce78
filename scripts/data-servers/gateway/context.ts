import type { BSON } from 'bson';
import type { Command } from './command.ts';
import type { CursorStore } from './cursor-store.ts';
import { type Engine, type EngineClient, type EngineWork, isBroken } from './engine.ts';
import { isWriteConflict } from './map-error.ts';
import { oneByOne } from './one-by-one.ts';
import type { TransactionStore } from './transaction-store.ts';

/** What the commands share. */
export interface Services {
  engine: Engine;
  cursors: CursorStore;
  transactions: TransactionStore;
}

/** One client socket, as the commands see it. */
export interface ClientSocket {
  id: number;
  /** Stands for the socket in cursors and transactions. */
  owner: symbol;
  /** What the engine is running for it now, to be stopped when the socket closes. */
  running: EngineClient | null;
}

export interface Context extends Services {
  socket: ClientSocket;
}

/** Answers one command with raw BSON of the engine or with a document of ours. */
export type Handler = (context: Context, command: Command) => Promise<Uint8Array | BSON.Document>;

/** How often a statement outside a transaction is run again after a conflict, as MongoDB does inside the server. */
const CONFLICT_TRIES = 8;
/** So that those who met settle it before another one comes. */
const SETTLE_MS = 20;

/** Runs engine work for a command: on its transaction's connection, or on any, again after a conflict. */
export async function runOnEngine<T>(context: Context, command: Command, work: EngineWork<T>): Promise<T> {
  const tracked: EngineWork<T> = (client, keep) => track(context, client, (tracked) => work(tracked, keep));
  if (command.session.inTransaction) {
    // A transaction's connection is kept anyway.
    return context.transactions.run(command, context.socket.owner, (client) =>
      tracked(client, () => undefined),
    );
  }
  try {
    return await context.engine.withClient(tracked);
  } catch (error) {
    if (!isWriteConflict(error) || isBroken(error)) throw error;
    const where = `${command.database} ${String(command.field(command.name))}`;
    return await again(where, () => tryAgain(context, tracked));
  }
}

/**
 * Who meets another's write in a collection goes on one after the other: many who race for one value of a unique index
 * would else meet each other again and again.
 */
const again = oneByOne();

async function tryAgain<T>(context: Context, work: EngineWork<T>): Promise<T> {
  for (let tries = 2; ; tries++) {
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS * (tries - 1)));
    try {
      return await context.engine.withClient(work);
    } catch (error) {
      if (!isWriteConflict(error) || isBroken(error) || tries >= CONFLICT_TRIES) throw error;
    }
  }
}

/** Remembers which connection works for a socket, while it works. */
export async function track<T>(
  { socket }: Context,
  client: EngineClient,
  work: (client: EngineClient) => Promise<T>,
): Promise<T> {
  socket.running = client;
  try {
    return await work(client);
  } finally {
    socket.running = null;
  }
}
