import { type Engine, type EngineClient, releaseClient } from './engine.ts';
import { type GatewayError, gatewayError, TRANSIENT } from './gateway-error.ts';

/** A session's last transaction. */
export interface Transaction {
  txnNumber: bigint;
  state: 'open' | 'committed' | 'aborted';
  client: EngineClient | null;
  /** The client's socket that used it last: when that closes, nobody will finish the transaction. */
  owner: symbol;
  busy: boolean;
  lifetime: NodeJS.Timeout | null;
  /** The end under way or done: a repeated commit has its outcome. */
  ending: Promise<void> | null;
}

/**
 * Snapshot isolation, as MongoDB's; who meets another's uncommitted write gives up soon and is run again by the driver
 * instead of waiting, as MongoDB's write conflicts do.
 */
export const BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL lock_timeout = '50ms'";

/** Ends a transaction and frees its connection; COMMIT may turn out to be a rollback, which is an error. */
export async function endTransaction(
  engine: Engine,
  transaction: Transaction,
  state: 'committed' | 'aborted',
): Promise<void> {
  const { client } = transaction;
  if (transaction.state === 'open') transaction.state = state;
  transaction.client = null;
  if (transaction.lifetime) clearTimeout(transaction.lifetime);
  if (!client) return;
  // A statement is still running for a client that has gone: PostgreSQL rolls back when the connection closes.
  if (transaction.busy && state === 'aborted') {
    engine.cancel(client);
    releaseClient(client, true);
    return;
  }
  try {
    const result = await client.query(state === 'committed' ? 'COMMIT' : 'ROLLBACK');
    releaseClient(client, false);
    if (state === 'committed' && result.command !== 'COMMIT') {
      transaction.state = 'aborted';
      throw noSuchTransaction(transaction.txnNumber);
    }
  } catch (error) {
    if (state === 'aborted') return void releaseClient(client, true);
    if (transaction.state === 'committed') {
      transaction.state = 'aborted';
      releaseClient(client, true);
    }
    throw error;
  }
}

/** Tells the driver to run the whole transaction again. */
export function noSuchTransaction(txnNumber: bigint | undefined): GatewayError {
  return gatewayError(
    'NoSuchTransaction',
    `Transaction ${txnNumber} has been aborted or was never started.`,
    {
      labels: [TRANSIENT],
    },
  );
}
