import type { Job } from 'bull';
import { anchorLog } from '../server/audit/anchor-log.ts';
import type { Deps } from '../server/deps.ts';
import { postDigests } from '../server/digests/post-digests.ts';
import { fetchFeed } from '../server/feeds/fetch-feed.ts';
import { lookAfterFeeds } from '../server/feeds/look-after-feeds.ts';
import { sendMail } from '../server/mail/send-mail.ts';
import { type QueueName, TASKS } from '../server/queue/payloads.ts';
import { endClosedReferrals } from '../server/referral-closing/end-closed-referrals.ts';
import { remindPartners } from '../server/referral-reminders/remind-partners.ts';
import { runRetention } from '../server/retention/run-retention.ts';
import { deliverMessage } from '../server/webhooks/deliver.ts';
import { lookAfterWebhooks } from '../server/webhooks/look-after-webhooks.ts';
import { tellReferrals } from '../server/webhooks/tell-referrals.ts';
import { computeGapRun } from './compute-gaps.ts';
import { countQualityRun } from './count-quality.ts';
import { deliver } from './disclose.ts';
import { countRange, sumRange } from './do-range.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findSites } from './find-sites.ts';
import { finishGapRun } from './finish-gaps.ts';
import { geocode } from './geocode.ts';
import { giveUp } from './give-up.ts';
import { runImport } from './import.ts';
import { makePlan } from './make-plan.ts';
import { beginMatchRun } from './match-begin.ts';
import { matchChunk } from './match-chunk.ts';
import { finishMatchRun } from './match-finish.ts';

type Processor = (deps: Deps, payload: { jobId: string; chunk: number }) => Promise<void>;

/** Every task and who does it. */
const PROCESSORS: Record<QueueName, Record<string, Processor>> = {
  matches: {
    begin: (deps, { jobId }) => beginMatchRun(deps, jobId),
    chunk: (deps, { jobId, chunk }) => matchChunk(deps, jobId, chunk),
    finish: (deps, { jobId }) => finishMatchRun(deps, jobId),
  },
  gaps: {
    compute: (deps, { jobId }) => computeGapRun(deps, jobId),
    finish: (deps, { jobId }) => finishGapRun(deps, jobId),
  },
  ranges: {
    count: (deps, { jobId, chunk }) => countRange(deps, jobId, chunk),
    sum: (deps, { jobId, chunk }) => sumRange(deps, jobId, chunk),
  },
  siting: { solve: (deps, { jobId }) => findSites(deps, jobId) },
  plans: { make: (deps, { jobId }) => makePlan(deps, jobId) },
  imports: { import: (deps, { jobId }) => runImport(deps, jobId) },
  feeds: { fetch: (deps, { jobId }) => fetchFeed(deps, jobId) },
  duplicates: { find: (deps, { jobId }) => findDuplicates(deps, jobId) },
  quality: { count: (deps, { jobId }) => countQualityRun(deps, jobId) },
  geocoding: { find: (deps, { jobId }) => geocode(deps, jobId) },
  disclosures: { deliver: (deps, { jobId }) => deliver(deps, jobId) },
  mails: { send: (deps, { jobId }) => sendMail(deps, jobId) },
  webhooks: {
    deliver: (deps, { jobId }) => deliverMessage(deps, jobId),
    'tell-referral': (deps, { jobId }) => tellReferrals(deps, jobId),
  },
  upkeep: {
    'anchor-log': async (deps) => void (await anchorLog(deps)),
    'clear-old': async (deps) => void (await runRetention(deps)),
    'remind-partners': (deps) => remindPartners(deps),
    'post-digests': (deps) => postDigests(deps),
    'end-closed-referrals': async (deps) => void (await endClosedReferrals(deps)),
    'look-after-feeds': (deps) => lookAfterFeeds(deps),
    'look-after-webhooks': (deps) => lookAfterWebhooks(deps),
  },
};

/** Works on all queues until they are closed. */
export function runTasks(deps: Deps): void {
  for (const name of Object.keys(TASKS) as QueueName[]) {
    const queue = deps.queues.open(name);
    const concurrency = concurrencyOf(deps, name);
    // One processor for every name: Bull adds up the concurrency of several, and fails tasks that it does not know.
    queue.process('*', concurrency, (job) => doTask(deps, name, job)).catch(() => undefined);
    queue.on('failed', (job, error) => void afterFailure(deps, name, job, error));
  }
}

/** Messages at once: each waits for somebody else's server most of the time, and one that is slow must not hold the others. */
const MESSAGES_AT_ONCE = 8;

function concurrencyOf({ config }: Deps, name: QueueName): number {
  if (name === 'webhooks') return MESSAGES_AT_ONCE;
  return name === 'matches' ? config.workers.concurrency : 1;
}

/** A task that is unknown or whose payload has not its shape is discarded: trying again would not mend it. */
export async function doTask(deps: Deps, name: QueueName, job: Job): Promise<void> {
  const processor = PROCESSORS[name][job.name];
  const shape = (TASKS[name] as Record<string, { safeParse(value: unknown): { success: boolean } }>)[
    job.name
  ];
  if (!processor || !shape?.safeParse(job.data).success) {
    deps.log.error({ queue: name, task: job.name }, 'a malformed task was discarded');
    await job.discard();
    return;
  }
  await processor(deps, job.data);
}

/** Only the last try ends a run; those before it are repeated by the queue. */
async function afterFailure(deps: Deps, name: QueueName, job: Job, error: Error): Promise<void> {
  // A mail is no job that could be given up: it waits where it is written down (repair-mails.ts).
  if (name === 'mails') return;
  const tries = job.opts.attempts ?? 1;
  if (job.attemptsMade < tries) return;
  deps.log.error(
    { queue: name, task: job.name, jobId: job.data.jobId, err: error },
    'a task failed for good',
  );
  // A feed and a message are found again by their own time.
  if (name === 'upkeep' || name === 'feeds' || name === 'webhooks') return;
  // Where even this fails, the job goes silent and the repair looks after it.
  await giveUp(deps, job.data.jobId, 'The work could not be finished.').catch(() => undefined);
}
