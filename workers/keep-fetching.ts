import type { Deps } from '../server/deps.ts';

const EVERY_MINUTE = '* * * * *';

/** Has feeds fetched when they are due. Asking again at each start changes nothing. */
export function keepFetching({ queues, log }: Pick<Deps, 'queues' | 'log'>): void {
  queues
    .repeat('look-after-feeds', EVERY_MINUTE)
    .catch((error: Error) => log.warn({ reason: error.message }, 'feeds could not be asked for'));
}
