import type { Deps } from '../deps.ts';

export interface Swept {
  deleted: number;
  oldest?: string | undefined;
}

/**
 * Deletes what ended before `until`, a bounded number at a time. Broken off, it leaves nothing half deleted that the
 * next one would not find; done again, it finds nothing.
 */
export type Sweep = (deps: Pick<Deps, 'db' | 'queues'>, until: Date) => Promise<Swept>;

export const SWEEP_BATCH = 500;

/** Adds up batches; the oldest is that of the first that knows one. */
export function addSwept(sum: Swept, batch: Swept): Swept {
  const dates = [sum.oldest, batch.oldest].filter((date) => date !== undefined).sort();
  return { deleted: sum.deleted + batch.deleted, oldest: dates[0] };
}

/** For a kind that lies in two places. */
export function sweepBoth(first: Sweep, second: Sweep): Sweep {
  return async (deps, until) => addSwept(await first(deps, until), await second(deps, until));
}
