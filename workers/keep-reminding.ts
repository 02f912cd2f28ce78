import type { Deps } from '../server/deps.ts';

const EVERY_FIVE_MINUTES = '*/5 * * * *';

/** Has partners reminded who have not answered. Asking again at each start changes nothing. */
export function keepReminding({ queues, log }: Pick<Deps, 'queues' | 'log'>): void {
  queues
    .repeat('remind-partners', EVERY_FIVE_MINUTES)
    .catch((error: Error) => log.warn({ reason: error.message }, 'the reminders could not be asked for'));
}
