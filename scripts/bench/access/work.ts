import { layOutGroup } from '../../../core/access/points/lay-out-group.ts';
import { chunksOf, type PointTask } from '../../../core/access/points/point-task.ts';
import { type PointWorker, pointWorker } from '../../../core/access/points/point-worker.ts';
import { type Part, takeEach } from '../threads/shared-threads.ts';

/** Each begins when all threads have ended the one before; between `count` and `sum` the asker works out the ratios. */
export interface AccessTask {
  /** The same for all runs in the same room. */
  room: number;
  phase: 'lay out' | 'count' | 'sum';
  task: PointTask;
}

/** Of this thread: runs of a benchmark work in the same room. */
let kept: { room: number; worker: PointWorker } | undefined;

export function work(part: Part<AccessTask>): void {
  const { phase, task } = part.task;
  if (phase === 'lay out') takeEach(part, task.groups, (group) => layOutGroup(task, group));
  else if (phase === 'count') {
    const worker = workerOf(part);
    const chunks = chunksOf(task);
    worker.begin();
    takeEach(part, chunks.length, (i) => worker.count(chunks[i]!));
  } else workerOf(part).sumAll();
}

function workerOf({ task: { room, task }, thread }: Part<AccessTask>): PointWorker {
  if (kept?.room !== room) kept = { room, worker: pointWorker(task, thread) };
  return kept.worker;
}
