import type { Command } from './command.ts';
import { type Engine, type EngineClient, releaseClient } from './engine.ts';
import { type GatewayError, gatewayError } from './gateway-error.ts';
import { BEGIN, endTransaction, noSuchTransaction, type Transaction } from './transaction.ts';

export type TransactionStore = ReturnType<typeof createTransactionStore>;

export interface TransactionLimits {
  /** MongoDB's transactionLifetimeLimitSeconds is 60. */
  lifetimeMs: number;
  /** Ended transactions that are remembered, so that a repeated commit is answered rightly. */
  remembered?: number;
}

/** Multi-document transactions by session. Each open one holds a PostgreSQL connection. */
export function createTransactionStore(engine: Engine, limits: TransactionLimits) {
  const transactions = new Map<string, Transaction>();
  const end = (transaction: Transaction, state: 'committed' | 'aborted'): Promise<void> => {
    transaction.ending = endTransaction(engine, transaction, state);
    return transaction.ending;
  };

  async function begin(sessionId: string, txnNumber: bigint, owner: symbol): Promise<Transaction> {
    const last = transactions.get(sessionId);
    if (last && last.txnNumber > txnNumber)
      throw gatewayError('TransactionTooOld', `txnNumber ${txnNumber} is too old`);
    if (last && last.txnNumber === txnNumber) {
      throw gatewayError(
        'ConflictingOperationInProgress',
        `Transaction ${txnNumber} has already been started`,
      );
    }
    if (last) await end(last, 'aborted');
    const transaction: Transaction = {
      txnNumber,
      state: 'open',
      client: null,
      owner,
      busy: true,
      lifetime: null,
      ending: null,
    };
    remember(sessionId, transaction);
    const client = await engine.takeClient();
    // The session may have been ended while the connection was waited for.
    if (transaction.state !== 'open') {
      releaseClient(client, false);
      throw noSuchTransaction(txnNumber);
    }
    transaction.client = client;
    transaction.lifetime = setTimeout(() => void end(transaction, 'aborted'), limits.lifetimeMs);
    transaction.lifetime.unref();
    await client.query(BEGIN);
    return transaction;
  }

  /** The newest session goes last; forgets the oldest ended ones. */
  function remember(sessionId: string, transaction: Transaction): void {
    transactions.delete(sessionId);
    transactions.set(sessionId, transaction);
    const limit = limits.remembered ?? 10_000;
    for (const [id, each] of transactions) {
      if (transactions.size <= limit) break;
      if (each.state !== 'open') transactions.delete(id);
    }
  }

  function find(command: Command): Transaction {
    const { id, txnNumber } = command.session;
    const transaction = transactions.get(id);
    if (!transaction || transaction.txnNumber !== txnNumber) throw noSuchTransaction(txnNumber);
    return transaction;
  }

  return {
    /** Runs one command of a transaction on its connection. Any error ends the transaction, as MongoDB does. */
    async run<T>(command: Command, owner: symbol, work: (client: EngineClient) => Promise<T>): Promise<T> {
      const { session } = command;
      let transaction: Transaction | undefined;
      try {
        if (session.startsTransaction) transaction = await begin(session.id, session.txnNumber!, owner);
        else transaction = find(command);
        const { client } = transaction;
        if (transaction.state !== 'open' || !client) throw noSuchTransaction(session.txnNumber);
        if (transaction.busy && !session.startsTransaction) {
          throw gatewayError('ConflictingOperationInProgress', 'The transaction is running another command.');
        }
        transaction.busy = true;
        transaction.owner = owner;
        const result = await work(client);
        transaction.busy = false;
        if ((transaction.state as Transaction['state']) !== 'open')
          throw noSuchTransaction(session.txnNumber);
        return result;
      } catch (error) {
        const failed = transaction ?? startedBy(session.id, session.txnNumber);
        if (failed && failed.state === 'open' && !isConflict(error)) {
          failed.busy = false;
          await end(failed, 'aborted');
        }
        throw error;
      }
    },

    async commit(command: Command): Promise<void> {
      const transaction = find(command);
      // The answer to the first commit may have been lost: the same question has the same answer.
      if (transaction.state === 'committed') return transaction.ending ?? undefined;
      if (transaction.state === 'aborted' || !transaction.client)
        throw noSuchTransaction(transaction.txnNumber);
      await end(transaction, 'committed');
    },

    async abort(command: Command): Promise<void> {
      const transaction = find(command);
      if (transaction.state !== 'open') throw noSuchTransaction(transaction.txnNumber);
      await end(transaction, 'aborted');
    },

    /** Forgets sessions that their client has ended. */
    async endSession(sessionId: string): Promise<void> {
      const transaction = transactions.get(sessionId);
      transactions.delete(sessionId);
      if (transaction?.state === 'open') await end(transaction, 'aborted');
    },

    /** Rolls back what a socket that has closed left open. */
    async abortOwned(owner: symbol): Promise<void> {
      const left = [...transactions.values()].filter((each) => each.owner === owner && each.state === 'open');
      await Promise.all(left.map((each) => end(each, 'aborted')));
    },

    async close(): Promise<void> {
      await Promise.all(
        [...transactions.values()].map((each) => each.state === 'open' && end(each, 'aborted')),
      );
    },
    get openCount(): number {
      return [...transactions.values()].filter((each) => each.state === 'open').length;
    },
  };

  function startedBy(sessionId: string, txnNumber: bigint | undefined): Transaction | undefined {
    const transaction = transactions.get(sessionId);
    return transaction?.txnNumber === txnNumber ? transaction : undefined;
  }
}

function isConflict(error: unknown): boolean {
  return (error as GatewayError).codeName === 'ConflictingOperationInProgress';
}
