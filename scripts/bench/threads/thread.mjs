// The door of a thread: a worker thread does not load TypeScript by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { takePart } = await import('./shared-threads.ts');
const { work } = await import(workerData.module);
parentPort.on('message', (part) => takePart(part, work));
parentPort.postMessage('ready');
