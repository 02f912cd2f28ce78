import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ratioOf } from '../../../core/access/points/site-ratios.ts';
import type { BenchContext } from '../bench-context.ts';
import { wholeNumber } from '../candidates/bench-options.ts';
import { round } from '../quantile.ts';
import { makeState, RANGE } from './make-state.ts';
import type { RangeAnswer, RangeQuestion } from './range-question.ts';

const STEPS: RangeQuestion['steps'] = [
  [5, 1],
  [10, 0.68],
  [15, 0.22],
];
const file = fileURLToPath(new URL('./state-worker.ts', import.meta.url));

/**
 * E2SFCA of an invented state by 1 and 2 worker processes, range by range as jobs would: all counts, then all sums.
 * Starting the processes is not counted. The hash is one of all results: the same for any number.
 */
export async function benchAccessState({ args, print }: BenchContext): Promise<void> {
  const [blocks, services] = [
    wholeNumber('blocks', args[0], 200_000),
    wholeNumber('services', args[1], 60_000),
  ];
  const { demand, sites } = makeState(blocks, services);
  const children = demand.people.reduce((sum, people) => sum + people, 0);
  for (const count of [1, 2]) {
    const workers = await Promise.all(Array.from({ length: count }, () => startWorker(blocks, services)));
    const begun = performance.now();
    const counts = new Float64Array(STEPS.length * services);
    let [memory, cpu] = [0, 0];
    const note = ({ memoryMb, cpuSeconds }: RangeAnswer) => {
      memory = Math.max(memory, memoryMb);
      cpu += cpuSeconds;
    };
    await askAll(workers, blocks, {}, (answer) => {
      note(answer);
      for (let i = 0; i < counts.length; i++) counts[i]! += answer.numbers[i]!;
    });
    const counted = performance.now();
    const ratios = sites.supply.map((supply, site) =>
      ratioOf(supply, STEPS, (step) => counts[step * services + site]!),
    );
    const access = new Float64Array(blocks);
    await askAll(workers, blocks, { ratios }, (answer) => {
      note(answer);
      access.set(answer.numbers, answer.range * RANGE);
    });
    const ended = performance.now();
    for (const worker of workers) worker.disconnect();
    print({
      workers: count,
      blocks,
      children,
      services,
      ranges: Math.ceil(blocks / RANGE),
      count_s: round((counted - begun) / 1000, 3),
      sum_s: round((ended - counted) / 1000, 3),
      seconds: round((ended - begun) / 1000, 3),
      cpu_s: round(cpu, 3),
      worker_memory_mb: round(memory, 0),
      results: createHash('sha256').update(new Uint8Array(access.buffer)).digest('hex').slice(0, 16),
    });
  }
}

async function startWorker(blocks: number, services: number): Promise<ChildProcess> {
  const worker = fork(file, [String(blocks), String(services)], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  await once(worker, 'message');
  return worker;
}

/** Each worker takes the next range as soon as it has answered. */
async function askAll(
  workers: readonly ChildProcess[],
  blocks: number,
  question: Pick<RangeQuestion, 'ratios'>,
  take: (answer: RangeAnswer) => void,
): Promise<void> {
  let next = 0;
  await Promise.all(
    workers.map(async (worker) => {
      while (next * RANGE < blocks) {
        const answered = once(worker, 'message') as Promise<[RangeAnswer]>;
        worker.send({ range: next++, steps: STEPS, ...question } satisfies RangeQuestion);
        take((await answered)[0]);
      }
    }),
  );
}
