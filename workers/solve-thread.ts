import { parentPort, workerData } from 'node:worker_threads';
import { SitingProblemError } from '../core/siting/siting-problem.ts';
import { answerSiting } from '../core/where-next/answer-siting.ts';
import type { ForSolver, FromSolver } from './solve-apart.ts';

/** Between two signs of life. */
const PAUSE_MS = 200;
/** What smaller numbers of sites may take, all together: they are beside the question. */
const FEWER_SECONDS = 20;

const { question, seconds } = workerData as ForSolver;
const tell = (message: FromSolver) => parentPort?.postMessage(message);

let lastAt = Number.NEGATIVE_INFINITY;
try {
  const told = answerSiting(question, {
    seconds,
    fewerSeconds: FEWER_SECONDS,
    now: () => performance.now(),
    onProgress: ({ objective, bound, open, nodes }) => {
      const now = performance.now();
      if (now - lastAt < PAUSE_MS) return;
      lastAt = now;
      tell({ progress: { objective, bound, sites: open.length, nodes } });
    },
  });
  tell({ told });
} catch (error) {
  if (!(error instanceof SitingProblemError)) throw error;
  tell({ refusal: { code: error.code, message: error.message } });
}
