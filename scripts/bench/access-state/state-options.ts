import { parseArgs } from 'node:util';
import { wholeNumber } from '../candidates/bench-options.ts';

/** What stands behind `npm run bench -- access-state`. @throws Error for what is not a number */
export function stateOptions(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { workers: { type: 'string', default: '1,2' } },
  });
  return {
    blocks: wholeNumber('blocks', positionals[0], 200_000),
    services: wholeNumber('services', positionals[1], 60_000),
    workers: values.workers.split(',').map((count) => wholeNumber('workers', count, 1)),
  };
}
