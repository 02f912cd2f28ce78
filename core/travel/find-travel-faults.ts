import { greatCircleKm } from '../geo/great-circle-km.ts';
import type { Position } from '../geo/point.ts';
import type { RunFinding } from '../jobs/run-finding.ts';
import { TOP_SPEED_KMH } from './top-speeds.ts';
import type { TravelMode } from './travel.ts';
import type { TravelEngine } from './travel-engine.ts';
import { FURTHEST_FROM_ROAD_KM } from './way-to-road.ts';

/** A matrix as it was asked for and answered. */
export interface TravelAnswer {
  engine: Pick<TravelEngine, 'name' | 'estimates'>;
  mode: TravelMode;
  origins: readonly Position[];
  destinations: readonly Position[];
  minutes: Float64Array;
  /** How many km origins and destinations lie from a road, in this order, where the engine knows. */
  kmToRoad?: Float64Array | undefined;
}

/** Engines tell seconds, and points lie beside the roads: only what is clearly too quick is a fault. */
const SLACK_MINUTES = 0.5;

/**
 * What people should know of travel times before they trust them: that the straight line stood in for roads, that
 * times are quicker than anybody can go, and that places lie beside no road.
 */
export function findTravelFaults(answer: TravelAnswer): RunFinding[] {
  const { engine, mode, minutes, kmToRoad } = answer;
  if (engine.name === 'straight') return [];
  if (engine.estimates.includes(mode)) return [finding('travel-estimated', minutes.length || 1, { mode })];
  const found: RunFinding[] = [];
  const quick = countTooQuick(answer);
  if (quick > 0) found.push(finding('travel-too-quick', quick, { mode, of: minutes.length }));
  const off = kmToRoad?.filter((km) => km > FURTHEST_FROM_ROAD_KM).length ?? 0;
  if (off > 0) found.push(finding('travel-off-road', off, { mode, of: kmToRoad!.length }));
  return found;
}

/** Pairs whose time is shorter than the straight line at the mode's top speed. */
export function countTooQuick({ mode, origins, destinations, minutes }: TravelAnswer): number {
  const minutesPerKm = 60 / TOP_SPEED_KMH[mode];
  let count = 0;
  let at = 0;
  for (const origin of origins)
    for (const destination of destinations) {
      const least = greatCircleKm(origin, destination) * minutesPerKm;
      if (minutes[at++]! + SLACK_MINUTES < least) count++;
    }
  return count;
}

function finding(code: string, count: number, values: RunFinding['values']): RunFinding {
  return { code, count, values, offers: [] };
}
