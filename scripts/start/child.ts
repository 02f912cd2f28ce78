import { type ChildProcess, fork } from 'node:child_process';
import { typescriptArguments } from '../typescript/typescript-arguments.ts';

export interface Child {
  pid: number | undefined;
  /** What the child says first when it is ready. */
  ready: Promise<unknown>;
  /** Resolves when the process has ended, with its exit code (or the signal's name). */
  ended: Promise<number | string>;
  stop(): Promise<void>;
}

/** How long a child may take to come to an end by itself. */
const GRACE_MS = 10_000;

/** Starts a TypeScript file as a process of its own; it ends with this one, however that ends. */
export function startChild(file: string, env: NodeJS.ProcessEnv): Child {
  const child = fork(file, [], {
    env: { ...process.env, ...env },
    execArgv: [...typescriptArguments],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 1)),
  );
  const ready = Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then((code) => Promise.reject(new Error(`${file} ended with ${code} before it was ready`))),
  ]);
  ready.catch(() => undefined);
  return { pid: child.pid, ready, ended, stop: () => stopChild(child, ended) };
}

async function stopChild(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await ended;
  clearTimeout(timer);
}
