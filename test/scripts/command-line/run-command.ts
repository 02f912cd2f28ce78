import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command, CommandInput } from '../../../scripts/command-line/help.ts';
import type { Deps } from '../../../server/deps.ts';
import { partToRun } from '../../support/part-to-run.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran {
  code: number;
  said: string;
}

/** A command in this process, on a test's own servers. */
export async function runCommand(
  deps: Deps,
  command: Command,
  values: CommandInput['values'] = {},
  words: readonly string[] = [],
): Promise<Ran> {
  const lines: string[] = [];
  const work = await command({ words, values, say: (line) => lines.push(line) });
  const code = await work(deps);
  return { code, said: lines.join('\n') };
}

/** npm run trellis as a process of its own, with what is typed or piped into it. */
export function runTrellis(args: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<Ran> {
  const { file, execArgv } = partToRun('scripts/trellis');
  const child = spawn(process.execPath, [...execArgv, file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  child.stdin.end(input);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code: code ?? -1, said })));
}

/** The environment by which a process finds the servers and the database of a test. */
export function environmentOf({ config }: Deps): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'test',
    MONGODB_URI: config.mongodb.uri,
    MONGODB_DATABASE: config.mongodb.database,
    REDIS_URL: config.redis.url,
    REDIS_PREFIX: config.redis.prefix,
  };
}
