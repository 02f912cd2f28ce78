import { type WaitingItem, type WaitingKind, waitingItem } from '../../core/home/waiting.ts';
import { type EndedJob, leftOver } from '../../core/jobs/left-over.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { endedJobsOf } from './job-store.ts';

/** Later nobody looks for it any more; the lists of runs and imports still have it. */
const WEEK_MS = 7 * 86_400_000;

/** `imports-findings` and `runs-failed`: what an account began and what did not end well. */
export async function waitingJobs(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  const since = new Date(clock().getTime() - WEEK_MS);
  const { failed, withFindings } = leftOver(await endedJobsOf(db, account.id, since));
  return [...item('imports-findings', withFindings), ...item('runs-failed', failed)];
}

function item(kind: WaitingKind, jobs: readonly EndedJob[]): WaitingItem[] {
  const [newest] = jobs;
  if (!newest) return [];
  const oldest = jobs.map(({ finishedAt }) => finishedAt).sort()[0];
  return waitingItem(kind, jobs.length, pageOf(newest, jobs.length > 1), oldest);
}

/** The page of the work itself where it has one, or of all of its kind. */
function pageOf({ kind, id }: EndedJob, several: boolean): string {
  if (kind === 'gaps') return '/gaps';
  if (kind === 'siting') return '/where-next';
  if (kind === 'duplicates') return '/duplicates';
  if (kind === 'quality') return '/quality';
  if (kind === 'geocode') return '/verify?show=points';
  const list = { import: '/import', match: '/runs', plan: '/plans' }[kind];
  return several || kind === 'plan' ? list : `${list}/${id}`;
}
