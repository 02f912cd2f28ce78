import type { Deps } from '../server/deps.ts';

/** Every night at 3:47, after the log's end was noted. */
const NIGHTLY = '47 3 * * *';

/** Has what was kept long enough deleted every night. Asking again at each start changes nothing. */
export function keepClearing({ queues, log }: Pick<Deps, 'queues' | 'log'>): void {
  queues
    .repeat('clear-old', NIGHTLY)
    .catch((error: Error) =>
      log.warn({ reason: error.message }, 'the nightly clearing could not be asked for'),
    );
}
