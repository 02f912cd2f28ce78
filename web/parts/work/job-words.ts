import type { JobView } from '../../../core/jobs/job.ts';
import { workEn } from '../../text/work-en.ts';
import { jobPace } from './job-pace.ts';
import type { Say, SayText } from './say.ts';

type StepKey = Extract<keyof typeof workEn, `step.${string}`>;

/** "Matching students: 1,200 of 2,400". */
export function stepWords({ progress }: Pick<JobView, 'progress'>, t: SayText): string {
  const key = `step.${progress.step}`;
  const step = t(key in workEn ? (key as StepKey) : 'step.other');
  if (progress.done === 0 && !progress.total) return step;
  return progress.total === undefined
    ? t('job.counted', { step, done: progress.done })
    : t('job.countedOf', { step, done: progress.done, total: progress.total });
}

/** "240 a second, about 5 seconds left"; empty before anything can be said. */
export function paceWords(
  job: Pick<JobView, 'progress' | 'startedAt'>,
  now: number,
  t: SayText,
  say: Say,
): string {
  const { perSecond, secondsLeft } = jobPace(job, now);
  const parts: string[] = [];
  if (perSecond !== undefined)
    parts.push(
      perSecond >= 1
        ? t('job.perSecond', { n: Math.round(perSecond) })
        : t('job.perMinute', { n: Math.max(1, Math.round(perSecond * 60)) }),
    );
  if (secondsLeft !== undefined) parts.push(t('job.left', { duration: say.duration(secondsLeft) }));
  return parts.join(', ');
}

/** What came of a job that is over. */
export function outcomeWords(job: JobView, t: SayText): string {
  if (job.status === 'failed') return job.error ?? t('job.failed');
  if (job.status === 'cancelled') return t('job.cancelled');
  const { needs, needsMatched } = job.result ?? {};
  if (job.kind === 'match' && typeof needs === 'number' && typeof needsMatched === 'number')
    return t('job.matched', { matched: needsMatched, needs });
  return t('job.finished');
}
