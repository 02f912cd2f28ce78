import { parseArgs } from 'node:util';
import { wholeNumber } from '../candidates/bench-options.ts';

/** What stands behind `npm run bench -- access <folder>`. @throws Error for what is missing or not known */
export function accessOptions(args: readonly string[]) {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      method: { type: 'string', default: 'e2sfca' },
      step: { type: 'string', default: '5:1,10:.68,15:.22' },
      threads: { type: 'string' },
      runs: { type: 'string' },
      out: { type: 'string' },
      alone: { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (!folder) throw new Error('which folder? It holds students.csv, services.csv and requests.csv');
  const { method } = values;
  if (method !== 'e2sfca' && method !== '2sfca')
    throw new Error('method must be e2sfca, or 2sfca with one step');
  const steps = readSteps(values.step);
  if (method === '2sfca' && steps.length > 1) throw new Error('2sfca has one step');
  return {
    folder,
    method,
    steps,
    out: values.out,
    alone: values.alone,
    threads: wholeNumber('threads', values.threads, 2),
    runs: wholeNumber('runs', values.runs, 5),
  };
}

/** "5:1,10:.68": up to and with 5 km 1, up to and with 10 km 0.68, nothing beyond. */
function readSteps(text: string): [upTo: number, weight: number][] {
  const steps = text.split(',').map((step): [number, number] => {
    const [upTo, weight] = step.split(':').map(Number);
    if (upTo === undefined || !(upTo > 0) || weight === undefined || !(weight >= 0))
      throw new Error(`a step is km:weight, as 5:1; not ${step}`);
    return [upTo, weight];
  });
  if (steps.some(([upTo], i) => i > 0 && upTo <= steps[i - 1]![0]))
    throw new Error('each step must end beyond the one before');
  return steps;
}
