import { parseArgs } from 'node:util';
import { SITING_MODELS } from '../../../core/siting/siting-problem.ts';
import { wholeNumber } from '../candidates/bench-options.ts';

/** What stands behind `npm run bench -- siting`. @throws Error for what is missing or no number */
export function sitingOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{
        model: text,
        cost: text,
        weights: text,
        p: text,
        radius: text,
        capacity: text,
        seconds: text,
        runs: text,
        out: text,
      },
      alone: { type: 'boolean' },
    },
  });
  const model = SITING_MODELS.find((name) => name === values.model);
  if (!model) throw new Error(`--model is one of ${SITING_MODELS.join(', ')}`);
  if (!values.cost || !values.weights)
    throw new Error('--cost and --weights name CSV files: a row a demand place, a column a site');
  return {
    model,
    cost: values.cost,
    weights: values.weights,
    ...(values.p === undefined ? {} : { p: wholeNumber('p', values.p) }),
    ...(values.radius === undefined ? {} : { radius: Number(values.radius) }),
    ...(values.capacity === undefined ? {} : { capacity: wholeNumber('capacity', values.capacity) }),
    seconds: wholeNumber('seconds', values.seconds, 60),
    runs: wholeNumber('runs', values.runs, 5),
    out: values.out,
    withPeer: !values.alone,
  };
}

export type SitingBenchOptions = ReturnType<typeof sitingOptions>;
