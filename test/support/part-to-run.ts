import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typescriptArguments } from '../../scripts/typescript/typescript-arguments.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface PartToRun {
  file: string;
  execArgv: string[];
}

/**
 * A part of Trellis to run as a process of its own, as in `workers/main`. npm test has compiled it as it is compiled
 * for production, and names the folder; where mocha is called by itself it runs from its source, which loads in twice
 * the time.
 */
export function partToRun(part: string, { COMPILED_DIR } = process.env): PartToRun {
  if (COMPILED_DIR) return { file: join(COMPILED_DIR, `${part}.js`), execArgv: [] };
  return { file: join(root, `${part}.ts`), execArgv: [...typescriptArguments] };
}
