import type { GapParams, GapResult } from '../../../core/gaps/gap.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import { loadGapResult, loadJobs } from '../../api/jobs.ts';
import type { List } from '../../api/list.ts';
import { type Loaded, useLoaded } from '../../state/use-loaded.ts';
import { type GapQuestion, paramsOf, questionOf, sameParams } from './gap-query.ts';

export interface GapRun {
  runs: Loaded<List<JobView>>;
  /** Those that can be asked for on the screen, the newest first. */
  stored: JobView[];
  /** The question of the address, or without one that of the newest measurement. */
  question: GapQuestion;
  /** The measurement that answers it, if there is one. */
  shown: JobView | undefined;
  result: Loaded<GapResult>;
}

/** Finds the measurement that answers a question. */
export function useGapRun(asked: GapQuestion): GapRun {
  const runs = useLoaded('gap-runs', (signal) => loadJobs('gaps', signal));
  const stored = (runs.data?.items ?? []).filter(
    (job) => job.status === 'complete' && questionOf(paramsOfJob(job)),
  );
  const newest = stored[0] && questionOf(paramsOfJob(stored[0]));
  const question = asked.terms.length === 0 && newest ? newest : asked;
  const params = paramsOf(question);
  const shown = stored.find((job) => sameParams(paramsOfJob(job), params));
  const result = useLoaded(shown ? `gaps ${shown.id}` : null, (signal) =>
    loadGapResult(shown?.id ?? '', signal),
  );
  return { runs, stored, question, shown, result };
}

export function paramsOfJob(job: JobView): GapParams {
  return job.params as unknown as GapParams;
}
