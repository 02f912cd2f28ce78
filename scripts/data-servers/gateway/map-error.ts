import { BSONError } from 'bson';
import pg from 'pg';
import { codeOfName, codeOfSqlState } from './error-codes.ts';
import { GatewayError, TRANSIENT } from './gateway-error.ts';

/** SQLSTATEs of two writers in each other's way. */
const CONFLICTS = new Set(['40001', '40P01', '55P03', 'M00F1', 'M00EW']);

/** Whether the statement failed only because another one was in its way. */
export function isWriteConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && CONFLICTS.has(error.code ?? '');
}

/** Any failure of a command as an error that MongoDB's drivers understand. */
export function toGatewayError(error: unknown, inTransaction: boolean): GatewayError {
  if (error instanceof GatewayError) return error;
  // The client's bytes could not be decoded.
  if (BSONError.isBSONError(error))
    return new GatewayError(codeOfName('FailedToParse'), error.message, { cause: error });
  const labels = inTransaction ? [TRANSIENT] : [];
  if (!(error instanceof pg.DatabaseError)) {
    const message = error instanceof Error ? error.message : String(error);
    return new GatewayError(codeOfName('HostUnreachable'), `The engine cannot be reached: ${message}`, {
      labels,
      cause: error,
    });
  }
  if (isWriteConflict(error)) {
    return new GatewayError(codeOfName('WriteConflict'), `Write conflict: ${error.message}`, {
      labels,
      cause: error,
    });
  }
  const code = codeOfSqlState(error.code ?? '');
  // Only a lost engine is worth another try of the whole transaction; a wrong command stays wrong.
  const lost = code[1] === 'ShutdownInProgress';
  return new GatewayError(code, error.message, { labels: lost ? labels : [], cause: error });
}
