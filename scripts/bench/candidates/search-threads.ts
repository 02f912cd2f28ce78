import type { CandidateTask } from '../../../core/matching/candidates/candidate-task.ts';
import { type SharedThreads, startThreads } from '../threads/shared-threads.ts';
import { work } from './take-stretches.ts';

/** Threads that find candidates, this one included. */
export function startSearchThreads(threads: number): SharedThreads<CandidateTask> {
  return startThreads(threads, new URL('./take-stretches.ts', import.meta.url), work);
}
