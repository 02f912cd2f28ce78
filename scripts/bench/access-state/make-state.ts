import type { DemandRange, RangeSites } from '../../../core/access/points/ranges.ts';
import { seededRandom } from '../../demo/random.ts';

const SEED = 5;
const TOWNS = 600;
/** Blocks of one job: many enough that laying out the sites again costs little, few enough for a job of a second. */
export const RANGE = 8192;

/** An invented state of eight by five degrees: the same sizes give the same state, in whatever process. */
export function makeState(blocks: number, services: number): { demand: DemandRange; sites: RangeSites } {
  const random = seededRandom(SEED);
  const towns = Array.from({ length: TOWNS }, (_, n) => ({
    lon: -92 + 8 * random.next(),
    lat: 38 + 5 * random.next(),
    // Towns of very different size, as they are: the n-th has an n-th of the first.
    weight: 1 / (n + 1),
    spread: 0.02 + 0.15 / Math.sqrt(n + 1),
  }));
  const all = towns.reduce((sum, { weight }) => sum + weight, 0);
  /** Places stand town by town, as census blocks stand county by county. */
  const placesOf = (count: number) => {
    const [lon, lat] = [new Float64Array(count), new Float64Array(count)];
    let [at, weight] = [0, 0];
    for (const town of towns) {
      weight += town.weight;
      for (; at < Math.min(count, Math.ceil((count * weight) / all)); at++) {
        lon[at] = town.lon + bell() * town.spread;
        lat[at] = town.lat + bell() * town.spread;
      }
    }
    return { lon, lat };
  };
  /** Nearly normal: the sum of four even numbers. */
  const bell = () => 2 * (random.next() + random.next() + random.next() + random.next() - 2);
  const demand = placesOf(blocks);
  const sites = placesOf(services);
  return {
    demand: { ...demand, people: Float64Array.from({ length: blocks }, () => random.int(0, 10)) },
    sites: { ...sites, supply: Float64Array.from({ length: services }, () => random.int(1, 20)) },
  };
}

export function rangeOf({ lon, lat, people }: DemandRange, n: number): DemandRange {
  const part = (values: Float64Array) => values.subarray(n * RANGE, (n + 1) * RANGE);
  return { lon: part(lon), lat: part(lat), people: part(people) };
}
