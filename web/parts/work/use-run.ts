import { useEffect, useState } from 'preact/hooks';
import { isFinal, type JobView } from '../../../core/jobs/job.ts';
import { type JobKind, loadJobs } from '../../api/jobs.ts';
import type { Problem } from '../../api/problem.ts';
import { asProblem } from '../../state/use-loaded.ts';
import { useJob } from './use-job.ts';

export interface Run {
  /** The job that goes on, or the last one that was watched here. */
  job: JobView | null;
  /** It could not be started. */
  problem: Problem | null;
  busy: boolean;
  start(): void;
}

interface RunOptions {
  kind: JobKind;
  start(): Promise<JobView>;
  /** Finds the run again that was left behind: is this open job the one? */
  isOurs?(job: JobView): boolean;
  onEnd?(job: JobView): void;
}

/** Starts long work and follows it; coming back to the page finds it where it is by then. */
export function useRun({ kind, start, isOurs, onEnd }: RunOptions): Run {
  const [asked, setAsked] = useState<JobView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [starting, setStarting] = useState(false);
  useEffect(() => {
    if (!isOurs) return;
    const controller = new AbortController();
    loadJobs(kind, controller.signal).then(
      ({ items }) => {
        const open = items.find((job) => !isFinal(job.status) && isOurs(job));
        if (open) setAsked((last) => last ?? open);
      },
      () => undefined, // Not finding it again costs the progress bar, nothing else.
    );
    return () => controller.abort();
  }, [kind]);
  const job = useJob(kind, asked, onEnd);
  return {
    job,
    problem,
    busy: starting || (job !== null && !isFinal(job.status)),
    start: () => {
      setProblem(null);
      setStarting(true);
      start()
        .then(setAsked, (error: unknown) => setProblem(asProblem(error)))
        .finally(() => setStarting(false));
    },
  };
}
