import { siteFinder } from './find-sites.ts';
import type { Chunk, PointTask } from './point-task.ts';
import { emptyLog, logStore } from './reach-log.ts';
import { ratioSummer } from './sum-ratios.ts';

export interface PointWorker {
  /** Before the first chunk of a run. */
  begin(): void;
  count(chunk: Chunk): void;
  /** After the ratios are there: writes the access of the items of all chunks that were counted here. */
  sumAll(): void;
}

/** One thread's part. Keep it for the next run: V8 runs functions that exist once faster than one of many. */
export function pointWorker(task: PointTask, thread: number): PointWorker {
  const finder = siteFinder(task, thread);
  const summer = ratioSummer(task);
  const log = emptyLog();
  const store = logStore();
  const counted: { chunk: Chunk; found: Uint32Array }[] = [];
  const own = task.counts.length / task.threads;
  return {
    begin() {
      task.counts.fill(0, thread * own, (thread + 1) * own);
      counted.length = 0;
      store.clear();
    },
    count(chunk) {
      log.length = 0;
      finder.count(chunk, log);
      counted.push({ chunk, found: store.keep(log) });
    },
    sumAll() {
      for (const { chunk, found } of counted) summer.sum(chunk, found);
    },
  };
}
