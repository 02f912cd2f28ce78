import { greatCircleKm } from '../geo/great-circle-km.ts';
import type { Position } from '../geo/point.ts';
import type { RunFinding } from '../jobs/run-finding.ts';
import { TOP_SPEED_KMH } from './top-speeds.ts';
import type { TravelMode } from './travel.ts';
import type { TravelEngine } from './travel-engine.ts';
import { FURTHEST_FROM_ROAD_KM } from './way-to-road.ts';

/** Engines tell seconds, and points lie beside the roads: only what is clearly too quick is a fault. */
const SLACK_MINUTES = 0.5;

/** What was asked of an engine, all in all. */
export interface TravelAsked {
  engine: Pick<TravelEngine, 'name' | 'estimates'>;
  mode: TravelMode;
  pairs: number;
  tooQuick: number;
  /** How many km each place lies from a road, where the engine knows. */
  kmToRoad?: Float64Array | undefined;
}

/**
 * What people should know of travel times before they trust them: that the straight line stood in for roads, that
 * times are quicker than anybody can go, and that places lie beside no road.
 */
export function findTravelFaults({ engine, mode, pairs, tooQuick, kmToRoad }: TravelAsked): RunFinding[] {
  if (engine.name === 'straight' || pairs === 0) return [];
  if (engine.estimates.includes(mode)) return [finding('travel-estimated', pairs)];
  const found: RunFinding[] = [];
  if (tooQuick > 0) found.push(finding('travel-too-quick', tooQuick, { of: pairs }));
  const off = kmToRoad?.filter((km) => km > FURTHEST_FROM_ROAD_KM).length ?? 0;
  if (off > 0) found.push(finding('travel-off-road', off, { of: kmToRoad!.length }));
  return found;
}

/** Pairs whose time is shorter than the straight line at the mode's top speed. */
export function countTooQuick(answer: {
  mode: TravelMode;
  origins: readonly Position[];
  destinations: readonly Position[];
  minutes: Float64Array;
}): number {
  const minutesPerKm = 60 / TOP_SPEED_KMH[answer.mode];
  let count = 0;
  let at = 0;
  for (const origin of answer.origins)
    for (const destination of answer.destinations) {
      const least = greatCircleKm(origin, destination) * minutesPerKm;
      if (answer.minutes[at++]! + SLACK_MINUTES < least) count++;
    }
  return count;
}

function finding(code: string, count: number, values: RunFinding['values'] = {}): RunFinding {
  return { code, count, values, offers: [] };
}
