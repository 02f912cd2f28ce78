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
  let best: Trip | undefined;
  for (const mode of modes) {
    const minutes = travelMinutes(km, rules[mode]);
    if (minutes <= rules[mode].maximumMinutes) best = faster(best, minutes, mode);
  }
  return best;
}

/** The fastest trip over `km`, however long it takes; undefined without a mode. */
export function fastestTrip(km: number, modes: readonly TravelMode[], rules: TravelRules): Trip | undefined {
  let best: Trip | undefined;
  for (const mode of modes) best = faster(best, travelMinutes(km, rules[mode]), mode);
  return best;
}

/** Of equally fast ones the first mode by name, whatever the order they come in. */
function faster(best: Trip | undefined, minutes: number, mode: TravelMode): Trip {
  if (!best || minutes < best.minutes || (minutes === best.minutes && mode < best.mode))
    return { minutes, mode };
  return best;
}

/** Minutes as they are shown: one decimal. */
export function roundMinutes(minutes: number): number {
  return Math.round(minutes * 10) / 10;
}
