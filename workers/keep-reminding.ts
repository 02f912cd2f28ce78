import type { Deps } from '../server/deps.ts';

const EVERY_FIVE_MINUTES = '*/5 * * * *';

/**
 * Has partners reminded who have not answered, referrals ended whose partner has closed, and people told what waits for
 * them. Asking again at each start changes nothing.
 */
export function keepReminding({ queues, log }: Pick<Deps, 'queues' | 'log'>): void {
  for (const task of ['remind-partners', 'end-closed-referrals', 'post-digests'] as const)
    queues
      .repeat(task, EVERY_FIVE_MINUTES)
      .catch((error: Error) =>
        log.warn({ task, reason: error.message }, 'a repeated task could not be asked for'),
      );
}
