import { parentPort, workerData } from 'node:worker_threads';
import { type Part, takePart } from './shared-threads.ts';

/** A thread of `startThreads`: takes part in one task after the other. */
const { work } = (await import(workerData.module)) as { work(part: Part<unknown>): void };
parentPort?.on('message', (part: Part<unknown>) => takePart(part, work));
parentPort?.postMessage('ready');
