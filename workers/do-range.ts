import type { Deps } from '../server/deps.ts';
import type { RangeProblemRecord, RangeRecord } from '../server/gaps/ranges/range-collections.ts';
import {
  discardRanges,
  rangeState,
  readOpenRange,
  readProblem,
  writeFound,
} from '../server/gaps/ranges/range-store.ts';
import { accessOf, countsOf, settleRatios } from '../server/gaps/ranges/work-on-range.ts';
import { announced } from '../server/jobs/job-events.ts';
import { reportProgress } from '../server/jobs/job-store.ts';

/** Counts the people of one range around all sites. Doing it twice writes the same twice. */
export function countRange(deps: Deps, jobId: string, n: number): Promise<void> {
  return doRange(deps, jobId, n, 'counts', countsOf);
}

/** Adds up what the places of one range have, when all are counted. */
export function sumRange(deps: Deps, jobId: string, n: number): Promise<void> {
  return doRange(deps, jobId, n, 'access', accessOf);
}

async function doRange(
  deps: Deps,
  jobId: string,
  n: number,
  wanted: 'counts' | 'access',
  find: (problem: RangeProblemRecord, range: RangeRecord) => Buffer,
): Promise<void> {
  const { db } = deps;
  const problem = await readProblem(db, jobId);
  if (!problem) return;
  const range = await readOpenRange(db, jobId, n, wanted);
  if (range) await writeFound(db, range, { [wanted]: find(problem, range) });
  const { done, total, uncounted, unsummed } = await rangeState(db, jobId);
  const job = await announced(deps, reportProgress(db, jobId, { step: 'measuring', done, total }));
  if (!job) return discardRanges(db, jobId);
  const open = wanted === 'counts' ? uncounted : unsummed;
  if (open.length === 0) await askForRest(deps, problem);
}

/** Asks for what is still to do of a run that goes range by range: asking again changes nothing. */
export async function askForRest(deps: Deps, problem: RangeProblemRecord): Promise<void> {
  const { db, queues } = deps;
  const jobId = problem.id;
  const { uncounted, unsummed } = await rangeState(db, jobId);
  if (uncounted.length > 0) {
    for (const chunk of uncounted) await queues.ask('ranges', 'count', { jobId, chunk });
  } else if (unsummed.length > 0) {
    await settleRatios(db, problem);
    for (const chunk of unsummed) await queues.ask('ranges', 'sum', { jobId, chunk });
  } else await queues.ask('gaps', 'finish', { jobId });
}
