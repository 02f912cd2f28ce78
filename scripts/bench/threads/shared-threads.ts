import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What a thread is handed: the task in shared memory, and what the threads tell each other. */
export interface Part<T> {
  task: T;
  /** Which of the threads, from 0, the one that asks. */
  thread: number;
  /** Shared: the next piece to take, and how many threads have come to the end. */
  state: Int32Array;
}

export interface SharedThreads<T> {
  /** When all others have started. */
  ready: Promise<unknown>;
  /** Does a task on this thread and the others, until all have come to the end. */
  run(task: T): void;
  close(): Promise<unknown>;
}

/** The thread runs what lies beside this file, compiled or as source. */
const FROM_SOURCE = import.meta.url.endsWith('.ts');
const THREAD = FROM_SOURCE ? './thread.ts' : './thread.js';

const NEXT = 0;
const ENDED = 1;

/**
 * This thread and as many more as make `threads`, which stay for the next task.
 * @param module exports the same `work`, for the other threads
 */
export function startThreads<T>(
  threads: number,
  module: URL,
  work: (part: Part<T>) => void,
): SharedThreads<T> {
  const others = Array.from(
    { length: threads - 1 },
    () =>
      new Worker(new URL(THREAD, import.meta.url), {
        workerData: { module: module.href },
        resourceLimits: { maxYoungGenerationSizeMb: 2 },
      }),
  );
  return {
    ready: Promise.all(others.map((worker) => once(worker, 'message'))),
    run(task) {
      const state = new Int32Array(new SharedArrayBuffer(8));
      others.forEach((worker, i) => {
        worker.postMessage({ task, state, thread: i + 1 });
      });
      takePart({ task, state, thread: 0 }, work);
      for (let ended = Atomics.load(state, ENDED); ended < threads; ended = Atomics.load(state, ENDED))
        Atomics.wait(state, ENDED, ended);
    },
    close: () => Promise.all(others.map((worker) => worker.terminate())),
  };
}

/** A module beside another one, as it runs here. */
export function moduleBeside(url: string, name: string): URL {
  return new URL(`./${name}.${FROM_SOURCE ? 'ts' : 'js'}`, url);
}

/** Takes piece after piece until none is left; other threads take the others. */
export function takeEach<T>({ state }: Part<T>, pieces: number, take: (piece: number) => void): void {
  for (let i = Atomics.add(state, NEXT, 1); i < pieces; i = Atomics.add(state, NEXT, 1)) take(i);
}

export function takePart<T>(part: Part<T>, work: (part: Part<T>) => void): void {
  work(part);
  Atomics.add(part.state, ENDED, 1);
  Atomics.notify(part.state, ENDED);
}
