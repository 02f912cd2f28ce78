import type { Position } from '../geo/point.ts';
import { countTooQuick, findTravelFaults } from './find-travel-faults.ts';
import type { TravelMode } from './travel.ts';
import type { TravelEngine } from './travel-engine.ts';
import type { TravelNote } from './travel-note.ts';

/** Looks over an engine's shoulder: `engine` answers as it does, `note` tells what was odd about all answers so far. */
export function watchTravel(
  inner: TravelEngine,
  mode: TravelMode,
): { engine: TravelEngine; note(): Promise<TravelNote> } {
  const points = new Map<string, Position>();
  let [pairs, tooQuick] = [0, 0];
  const matrix: TravelEngine['matrix'] = async (origins, destinations, ...how) => {
    const minutes = await inner.matrix(origins, destinations, ...how);
    for (const point of [...origins, ...destinations]) points.set(point.join(), point);
    pairs += minutes.length;
    tooQuick += countTooQuick({ mode: how[0], origins, destinations, minutes });
    return minutes;
  };
  const note = async () => {
    const { name, version, estimates } = inner;
    const isByRoad = name !== 'straight' && !estimates.includes(mode);
    const kmToRoad = isByRoad ? await inner.kmToRoad?.([...points.values()], mode) : undefined;
    const doubts = findTravelFaults({ engine: { name, estimates }, mode, pairs, tooQuick, kmToRoad });
    return { engine: name, version, doubts };
  };
  return { engine: { ...inner, matrix }, note };
}
