import { parseArgs } from 'node:util';

/** What stands behind `npm run bench -- <what>`. @throws Error for what is missing or no number */
export function candidateOptions(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      threads: { type: 'string' },
      out: { type: 'string' },
      runs: { type: 'string' },
      alone: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (!folder) throw new Error('which folder? It holds students.csv, services.csv and requests.csv');
  return {
    folder,
    out: values.out,
    alone: values.alone,
    threads: wholeNumber('threads', values.threads, 2),
    runs: wholeNumber('runs', values.runs, 5),
  };
}

export function wholeNumber(name: string, text: string | undefined, usual?: number): number {
  const value = text === undefined ? usual : Number(text);
  if (value === undefined || !Number.isInteger(value) || value < 1)
    throw new Error(`${name} must be a whole number from 1`);
  return value;
}
