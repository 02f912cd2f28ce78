import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the environment of a test may name is left out: this Trellis finds its data servers by itself. */
const LEFT_OUT = ['MONGODB_URI', 'REDIS_URL', 'PORT', 'HOST', 'SESSION_SECRET', 'NODE_ENV', 'LOG_LEVEL'];

export interface RunningTrellis {
  pid: number;
  /** All that it has said until now. */
  said(): string;
  /** Resolves when it has said this. @throws Error with all it said when it ends before */
  saying(words: RegExp): Promise<void>;
  /** Resolves with its exit code. */
  ended: Promise<number | null>;
  /** A signal as Ctrl-C sends one: to the whole group. */
  signal(signal: NodeJS.Signals): void;
}

/** npm start as a process of its own, as a terminal would run it. */
export function startTrellis(args: readonly string[]): RunningTrellis {
  const env = { ...process.env, TRELLIS_OFFLINE: '1' };
  for (const name of LEFT_OUT) delete (env as NodeJS.ProcessEnv)[name];
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'scripts/start.ts', ...args], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    text += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = endOf(child);
  const saying = (words: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => words.test(text) && resolve();
      listeners.add(look);
      void ended.then((code) => reject(new Error(`it ended with ${code}:\n${text}`)));
      look();
    });
  const pid = child.pid ?? 0;
  return { pid, said: () => text, saying, ended, signal: (signal) => process.kill(-pid, signal) };
}

/** When its output is closed too: then all has been heard. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve));
}
