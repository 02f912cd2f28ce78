import { parentPort } from 'node:worker_threads';
import { type SearchTask, takeStretches } from './take-stretches.ts';

parentPort?.on('message', (search: SearchTask) => takeStretches(search));
parentPort?.postMessage('ready');
