import type { Deps } from '../server/deps.ts';

/** Every night at 3:17, when little else is done. */
const NIGHTLY = '17 3 * * *';

/** Has the log's end noted every day. Asking again at each start changes nothing. */
export function keepAnchoring({ queues, log }: Pick<Deps, 'queues' | 'log'>): void {
  queues
    .repeat('anchor-log', NIGHTLY)
    .catch((error: Error) =>
      log.warn({ reason: error.message }, 'the nightly anchor could not be asked for'),
    );
}
