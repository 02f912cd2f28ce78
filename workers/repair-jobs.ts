import type { Deps } from '../server/deps.ts';
import type { JobRecord } from '../server/jobs/job-collection.ts';
import { claimRepair, silentJobs } from '../server/jobs/job-store.ts';
import { askAgainForDisclosures } from './disclose.ts';
import { giveUp } from './give-up.ts';
import { repairMails } from './repair-mails.ts';

/** After so many repairs without success a job has failed. */
const MAX_REPAIRS = 5;

/**
 * Asks again for open jobs from which nothing was heard for long: their tasks were lost (Redis lost its memory, the
 * API died between recording the job and asking for it). Asking for a task that is there already changes nothing.
 */
export async function repairJobs(deps: Deps): Promise<number> {
  const silence = 3 * deps.config.workers.lockMs;
  const silent = await silentJobs(deps.db, new Date(Date.now() - silence));
  for (const job of silent) {
    const claimed = await claimRepair(deps.db, job);
    if (claimed) await repair(deps, claimed);
  }
  return silent.length;
}

async function repair(deps: Deps, job: JobRecord): Promise<void> {
  if (job.repairs > MAX_REPAIRS) {
    await giveUp(deps, job.id, 'The work was interrupted again and again.');
    return;
  }
  deps.log.warn({ jobId: job.id, kind: job.kind }, 'asking again for a job that went silent');
  const payload = { jobId: job.id };
  if (job.kind === 'match') await deps.queues.ask('matches', job.finishing ? 'finish' : 'begin', payload);
  else if (job.kind === 'plan') await deps.queues.ask('plans', 'make', payload);
  else if (job.kind === 'siting') await deps.queues.ask('siting', 'solve', payload);
  else if (job.kind === 'duplicates') await deps.queues.ask('duplicates', 'find', payload);
  else if (job.kind === 'quality') await deps.queues.ask('quality', 'count', payload);
  else if (job.kind === 'geocode') await deps.queues.ask('geocoding', 'find', payload);
  else if (job.kind === 'gaps') await deps.queues.ask('gaps', 'compute', payload);
  else await deps.queues.ask('imports', 'import', payload);
}

/** At least this often, so that who asks for a sign of life gets one. */
const LOOK_MS = 30_000;

/** Looks after lost jobs now and then until `stop`. After each look that reached both data servers `onWell` is told. */
export function keepRepairing(deps: Deps, onWell: () => Promise<void> = async () => undefined) {
  const look = async () => {
    await repairJobs(deps);
    await askAgainForDisclosures(deps);
    await repairMails(deps);
    await deps.redis.ping();
    await onWell();
  };
  const tryLook = () =>
    void look().catch((error) => deps.log.warn({ err: error }, 'could not look after jobs'));
  const timer = setInterval(tryLook, Math.min(LOOK_MS, deps.config.workers.lockMs));
  tryLook();
  return { stop: () => clearInterval(timer) };
}
