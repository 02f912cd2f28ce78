import { Worker } from 'node:worker_threads';
import { type SitingProblemCode, SitingProblemError } from '../core/siting/siting-problem.ts';
import type { SitingQuestion, ToldSiting } from '../core/where-next/tell-siting.ts';

export interface SolverProgress {
  objective: number;
  bound: number;
  sites: number;
  nodes: number;
}

export interface ForSolver {
  question: SitingQuestion;
  seconds: number;
}

export type FromSolver =
  | { progress: SolverProgress }
  | { told: ToldSiting }
  | { refusal: { code: SitingProblemCode; message: string } };

export interface SolveApart {
  seconds: number;
  signal: AbortSignal;
  onProgress(progress: SolverProgress): void;
}

/** The thread runs what lies beside this file, built or as source. */
const THREAD = import.meta.url.endsWith('.ts') ? './solve-thread.ts' : './solve-thread.js';

/**
 * Answers on a thread of its own, so that this one goes on renewing locks, reporting and hearing whether it is called
 * off. Then the thread is ended at once and the answer is undefined.
 */
export async function solveApart(
  { ask, places, rows, candidates, ways }: SitingQuestion,
  { seconds, signal, onProgress }: SolveApart,
): Promise<ToldSiting | undefined> {
  if (signal.aborted) return undefined;
  const worker = new Worker(new URL(THREAD, import.meta.url), {
    workerData: { question: { ask, places, rows, candidates, ways }, seconds } satisfies ForSolver,
  });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
      worker.on('message', (message: FromSolver) => {
        if ('progress' in message) onProgress(message.progress);
        else if ('told' in message) resolve(message.told);
        else reject(new SitingProblemError(message.refusal.code, message.refusal.message));
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the solver's thread ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
