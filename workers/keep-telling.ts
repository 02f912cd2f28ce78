import type { Deps } from '../server/deps.ts';

const EVERY_MINUTE = '* * * * *';

/** Has messages to other programs looked after. Asking again at each start changes nothing. */
export function keepTelling({ queues, log }: Pick<Deps, 'queues' | 'log'>): void {
  queues
    .repeat('look-after-webhooks', EVERY_MINUTE)
    .catch((error: Error) => log.warn({ reason: error.message }, 'webhooks could not be looked after'));
}
