import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CandidateTask } from '../../../core/matching/candidates/candidate-task.ts';
import { ENDED, takeStretches } from './take-stretches.ts';

export interface SearchThreads {
  /** When all others have started. */
  ready: Promise<unknown>;
  /** Finds all candidates of a task on this thread and the others. */
  search(task: CandidateTask): void;
  close(): Promise<unknown>;
}

/** This thread and as many more as make `threads`, which stay for the next task. */
export function startSearchThreads(threads: number): SearchThreads {
  const others = Array.from(
    { length: threads - 1 },
    () => new Worker(new URL('./search-thread.mjs', import.meta.url)),
  );
  return {
    ready: Promise.all(others.map((worker) => once(worker, 'message'))),
    search(task) {
      const state = new Int32Array(new SharedArrayBuffer(8));
      for (const worker of others) worker.postMessage({ task, state });
      takeStretches({ task, state });
      for (let ended = Atomics.load(state, ENDED); ended < threads; ended = Atomics.load(state, ENDED))
        Atomics.wait(state, ENDED, ended);
    },
    close: () => Promise.all(others.map((worker) => worker.terminate())),
  };
}
