import type { JobView } from '../../../core/jobs/job.ts';

export interface JobPace {
  /** 0 to 1; absent while the total is not known. */
  share?: number;
  perSecond?: number;
  secondsLeft?: number;
}

/** A rate measured over less than this says nothing. */
const SHORTEST_SECONDS = 1;

/** How far a job is and how long it will take, at the mean rate since it began. */
export function jobPace(job: Pick<JobView, 'progress' | 'startedAt'>, now: number): JobPace {
  const { done, total } = job.progress;
  const pace: JobPace = {};
  if (total !== undefined) pace.share = total === 0 ? 1 : Math.min(1, done / total);
  const seconds = job.startedAt ? (now - Date.parse(job.startedAt)) / 1000 : 0;
  if (seconds < SHORTEST_SECONDS || done === 0) return pace;
  pace.perSecond = done / seconds;
  if (total !== undefined && total > done) pace.secondsLeft = (total - done) / pace.perSecond;
  return pace;
}
