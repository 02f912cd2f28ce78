import { parentPort, workerData } from 'node:worker_threads';
import type { SitingProblem } from '../core/siting/siting-problem.ts';
import { SitingProblemError } from '../core/siting/siting-problem.ts';
import { solveSiting } from '../core/siting/solve-siting.ts';
import type { FromSolver } from './solve-apart.ts';

/** Between two signs of life. */
const PAUSE_MS = 200;

const { problem, seconds } = workerData as { problem: SitingProblem; seconds: number };
const tell = (message: FromSolver) => parentPort?.postMessage(message);

let lastAt = Number.NEGATIVE_INFINITY;
try {
  const result = solveSiting(problem, {
    seconds,
    now: () => performance.now(),
    onProgress: ({ objective, bound, open, nodes }) => {
      const now = performance.now();
      if (now - lastAt < PAUSE_MS) return;
      lastAt = now;
      tell({ progress: { objective, bound, sites: open.length, nodes } });
    },
  });
  tell({ result });
} catch (error) {
  if (!(error instanceof SitingProblemError)) throw error;
  tell({ refusal: { code: error.code, message: error.message } });
}
