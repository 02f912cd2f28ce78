import { type TravelMode, type TravelRules, travelMinutes } from './travel.ts';

/** One way from somewhere to an offer. */
export interface Trip {
  minutes: number;
  mode: TravelMode;
}

/** How students travel where nobody said. */
export const USUAL_MODES: readonly TravelMode[] = ['walk', 'bus'];

/** The fastest trip over `km` whose mode allows it; undefined where every mode's maximum is passed. */
export function bestTrip(km: number, modes: readonly TravelMode[], rules: TravelRules): Trip | undefined {
  return fastest(tripsOf(km, modes, rules).filter((trip) => trip.minutes <= rules[trip.mode].maximumMinutes));
}

/** The fastest trip over `km`, however long it takes; undefined without a mode. */
export function fastestTrip(km: number, modes: readonly TravelMode[], rules: TravelRules): Trip | undefined {
  return fastest(tripsOf(km, modes, rules));
}

function tripsOf(km: number, modes: readonly TravelMode[], rules: TravelRules): Trip[] {
  return modes.map((mode) => ({ mode, minutes: travelMinutes(km, rules[mode]) }));
}

/** Of equally fast ones the first mode by name, whatever the order they come in. */
function fastest(trips: readonly Trip[]): Trip | undefined {
  let best: Trip | undefined;
  for (const trip of trips) {
    const better = !best || trip.minutes < best.minutes;
    if (better || (trip.minutes === best?.minutes && trip.mode < best.mode)) best = trip;
  }
  return best;
}

/** Minutes as they are shown: one decimal. */
export function roundMinutes(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
