import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** The log of a process, a line of JSON each. */
export function createLog(level: Config['logLevel'], to?: DestinationStream): Logger {
  const options = { level, serializers: { err: loggedError } };
  return to ? pino(options, to) : pino(options);
}

/**
 * Of an error what helps to mend it. Named one by one: an error of the database carries the records that it was to
 * write, with the street of a shelter or the needs of a student.
 */
function loggedError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? error.code : undefined;
  return { type: name, message, stack, ...(code !== undefined && { code }) };
}
