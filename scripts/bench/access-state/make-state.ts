import type { Position } from '../../../core/geo/point.ts';
import { seededRandom } from '../../demo/random.ts';

const SEED = 5;
const TOWNS = 600;

export interface State {
  blocks: { point: Position; people: number }[];
  services: { point: Position; places: number }[];
}

/** An invented state of eight by five degrees: the same sizes give the same state. */
export function makeState(blocks: number, services: number): State {
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
    const points: Position[] = [];
    let weight = 0;
    for (const town of towns) {
      weight += town.weight;
      while (points.length < Math.min(count, Math.ceil((count * weight) / all)))
        points.push([town.lon + bell() * town.spread, town.lat + bell() * town.spread]);
    }
    return points;
  };
  /** Nearly normal: the sum of four even numbers. */
  const bell = () => 2 * (random.next() + random.next() + random.next() + random.next() - 2);
  const [demand, sites] = [placesOf(blocks), placesOf(services)];
  return {
    blocks: demand.map((point) => ({ point, people: random.int(0, 10) })),
    services: sites.map((point) => ({ point, places: random.int(1, 20) })),
  };
}
