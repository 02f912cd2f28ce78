import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bornOf } from './process-identity.ts';
import { endProcess, noteServer } from './run-folder.ts';

export interface ServerSpec {
  /** Names its pid file and its log. */
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  /** Another user to run as; only root can. */
  user?: { uid: number; gid: number };
  cwd?: string;
  /** The signal that asks this server to stop in order. */
  stopSignal: NodeJS.Signals;
  /** Opens a channel for messages, for servers that are Node processes. */
  ipc?: boolean;
}

export interface Server {
  pid: number;
  child: ChildProcess;
  logFile: string;
  /** Resolves with a sentence when the process ends without `stop`. */
  died: Promise<string>;
  stop(): Promise<void>;
}

export interface Folders {
  dataDir: string;
  runDir: string;
}

/**
 * Starts a server process that ends with us: in order by `stop`; by its watchdog when we are killed; by the next start on the
 * same data folder if even that failed. It has a session of its own, so Ctrl-C reaches us alone and the order of stopping is ours.
 */
export async function startServer(spec: ServerSpec, { dataDir, runDir }: Folders): Promise<Server> {
  const logFile = join(dataDir, 'log', `${spec.name}.log`);
  await mkdir(join(dataDir, 'log'), { recursive: true });
  const log = await open(logFile, 'w');
  const options: SpawnOptions = {
    env: spec.env,
    cwd: spec.cwd ?? dataDir,
    detached: true,
    stdio: ['ignore', log.fd, log.fd, ...(spec.ipc ? (['ipc'] as const) : [])],
    ...spec.user,
  };
  const child = spawn(spec.command, spec.args, options);
  // In the same breath: whoever ends us from now on ends the server too.
  const watchdog = child.pid === undefined ? undefined : startWatchdog(child.pid, spec.stopSignal);
  await Promise.race([
    once(child, 'spawn'),
    once(child, 'error').then(([error]) => Promise.reject(error)),
  ]).finally(() => log.close());
  const pid = child.pid!;
  const born = (await bornOf(pid)) ?? '';
  const forget = await noteServer(runDir, { name: spec.name, pid, stopSignal: spec.stopSignal });
  let stopping = false;

  const ended = once(child, 'exit').then(async ([code, signal]) => {
    watchdog?.kill('SIGKILL');
    await forget();
    return `${spec.name} ended ${signal ? `by ${signal}` : `with code ${code}`}`;
  });
  return {
    pid,
    child,
    logFile,
    died: new Promise((resolve) => {
      void ended.then((how) => !stopping && resolve(how));
    }),
    async stop() {
      stopping = true;
      await endProcess({ pid, born }, spec.stopSignal);
      await ended;
    },
  };
}

/**
 * A tiny shell that waits for the end of its input: the pipe to us closes whatever way we end, and then it asks the server to
 * stop. It does not hold our event loop.
 */
function startWatchdog(pid: number, signal: NodeJS.Signals): ChildProcess {
  const script = 'read -r _; kill -s "$1" "$2" 2>/dev/null';
  const watchdog = spawn('sh', ['-c', script, 'trellis-watchdog', signal.replace('SIG', ''), String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.on('error', () => undefined);
  watchdog.stdin?.on('error', () => undefined);
  watchdog.unref();
  (watchdog.stdin as unknown as { unref?(): void })?.unref?.();
  return watchdog;
}

/** The last lines of a log, for an error message. */
export async function tailOf(logFile: string, lines = 8): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
