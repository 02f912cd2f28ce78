import type { Position } from '../geo/point.ts';
import type { Nearest } from './nearest-offer.ts';

/** Whether the nearest offer is within the minutes. Asked once a place: many groups share a school or a cell. */
export function withinMinutes(
  minutes: number,
  nearestTo: (origin: Position | undefined) => Nearest | undefined,
): (place: Position) => boolean {
  const known = new Map<string, boolean>();
  return (place) => {
    const key = place.join();
    const found = known.get(key) ?? (nearestTo(place)?.minutes ?? Number.POSITIVE_INFINITY) <= minutes;
    known.set(key, found);
    return found;
  };
}
