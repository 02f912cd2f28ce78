import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Random, seededRandom } from '../../demo/random.ts';
import type { BenchContext } from '../bench-context.ts';
import { wholeNumber } from '../candidates/bench-options.ts';
import { lineWriter } from '../instance/line-writer.ts';

const SEED = 20261122;
/** Kilometres. */
const SIDE = 100;
const TOWNS = 25;
const IN_TOWN = 0.7;

/**
 * Writes cost.csv and weights.csv: places and candidates on a square of 100 km, most in towns of very different size or
 * all anywhere, straight lines in kilometres, 1 to 100 people a place. The same sizes give the same files.
 */
export async function benchSitingInstance({ args, print }: BenchContext): Promise<void> {
  const [demand, sites, folder, spread = 'towns'] = args;
  if (!folder || !['towns', 'even'].includes(spread))
    throw new Error('npm run bench -- siting-instance <demand> <sites> <folder> [towns|even]');
  const [places, candidates] = [wholeNumber('demand', demand), wholeNumber('sites', sites)];
  await mkdir(folder, { recursive: true });
  const random = seededRandom(SEED);
  const place = placer(random, spread === 'towns' ? IN_TOWN : 0);
  const from = Array.from({ length: places }, place);
  const to = Array.from({ length: candidates }, place);
  const cost = lineWriter(join(folder, 'cost.csv'), ['place', ...to.keys()].join(','));
  const weights = lineWriter(join(folder, 'weights.csv'), 'place,people');
  from.forEach(([x, y], at) => {
    cost.write([at, ...to.map(([toX, toY]) => Math.hypot(x - toX, y - toY).toFixed(3))].join(','));
    weights.write(`${at},${random.int(1, 100)}`);
  });
  cost.close();
  weights.close();
  print({ folder, places, candidates, spread, seed: SEED });
}

function placer(random: Random, inTown: number): () => [number, number] {
  const towns = Array.from({ length: TOWNS }, (_, rank) => {
    const [x, y] = [SIDE * random.next(), SIDE * random.next()];
    return [{ x, y, spread: 1 + 5 * random.next() }, 1 / (rank + 1)] as const;
  });
  return () => {
    if (!random.chance(inTown)) return [SIDE * random.next(), SIDE * random.next()];
    const town = random.weighted(towns);
    return [town.x + random.normal(town.spread), town.y + random.normal(town.spread)];
  };
}
