import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

export interface StartOptions {
  port: number;
  dataDir: string;
  demo: boolean;
  reset: boolean;
}

export const START_HELP = `npm start -- [options]
  --port <number>     where the web site answers (8080)
  --data-dir <folder> where the data is kept (.trellis in this folder)
  --no-demo           begin with an empty directory instead of the invented demo district
  --reset             throw away the data in the data folder first
  --help              show this`;

/** Reads the flags of npm start. @throws Refusal naming the flag that is wrong. */
export function readStartOptions(
  args: readonly string[],
  root: string,
  env: NodeJS.ProcessEnv = process.env,
): StartOptions | 'help' {
  const { values } = parseFlags(args);
  if (values.help) return 'help';
  return {
    port:
      values.port === undefined ? readPort('PORT=', env.PORT || '8080') : readPort('--port ', values.port),
    dataDir: resolve(values['data-dir'] ?? `${root}/.trellis`),
    demo: !values['no-demo'],
    reset: values.reset ?? false,
  };
}

function readPort(where: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new Refusal(`${where}${text} is not a port: give a number from 1 to 65535.`);
}

function parseFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        'no-demo': { type: 'boolean' },
        reset: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Refusal(`${error instanceof Error ? error.message : error}\n\n${START_HELP}`);
  }
}
