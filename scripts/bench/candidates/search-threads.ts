import type { CandidateTask } from '../../../core/matching/candidates/candidate-task.ts';
import { moduleBeside, type SharedThreads, startThreads } from '../threads/shared-threads.ts';
import { work } from './take-stretches.ts';

/** Threads that find candidates, this one included. */
export function startSearchThreads(threads: number): SharedThreads<CandidateTask> {
  return startThreads(threads, moduleBeside(import.meta.url, 'take-stretches'), work);
}
