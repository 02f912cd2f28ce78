import type { BoundingBox, Position } from '../geo/point.ts';
import type { QualityRules } from './quality-rules.ts';

type FenceRules = Pick<QualityRules, 'fencePlaces' | 'fenceWidths' | 'fenceLeast'>;

/**
 * A box around most of these points (Tukey's fences, in each direction by itself): what lies outside is far from the
 * rest. A directory of a state has a wide middle half, and so a wide box. Undefined where there are too few.
 */
export function fenceAround(points: readonly Position[], rules: FenceRules): BoundingBox | undefined {
  if (points.length < rules.fencePlaces) return undefined;
  const [west, east] = fences(points.map(([longitude]) => longitude));
  const [south, north] = fences(points.map(([, latitude]) => latitude));
  return [west, south, east, north];

  function fences(values: readonly number[]): [number, number] {
    const sorted = Float64Array.from(values).sort();
    const [low, high] = [quarter(sorted, 1), quarter(sorted, 3)];
    const beyond = Math.max(rules.fenceWidths * (high - low), rules.fenceLeast);
    return [low - beyond, high + beyond];
  }
}

function quarter(sorted: Float64Array, quarters: 1 | 3): number {
  return sorted[Math.floor(((sorted.length - 1) * quarters) / 4)]!;
}

export function isWithin([longitude, latitude]: Position, [west, south, east, north]: BoundingBox): boolean {
  return west <= longitude && longitude <= east && south <= latitude && latitude <= north;
}
