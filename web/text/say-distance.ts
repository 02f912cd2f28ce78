import type { TravelMode } from '../../core/travel/travel.ts';
import { localeOf } from './translate.ts';
import type { Voice } from './use-voice.tsx';

const KM_PER_MILE = 1.609344;

/** "0.4 miles", "12 miles" or kilometres, as the district counts; one decimal below ten. */
export function sayDistance({ t, language }: Voice, km: number, units: 'miles' | 'kilometers'): string {
  const value = units === 'miles' ? km / KM_PER_MILE : km;
  const rounded = value < 9.95 ? Math.round(value * 10) / 10 : Math.round(value);
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(rounded);
  return t(units === 'miles' ? 'distance.miles' : 'distance.kilometers', { n: rounded, number });
}

/** "9 min by bus", "14 min walk". Never less than a minute. */
export function sayTrip({ t }: Voice, minutes: number, mode: TravelMode): string {
  return t(`trip.${mode}`, { minutes: Math.max(1, Math.round(minutes)) });
}

/** "within 20 minutes by bus" */
export function sayReach({ t }: Voice, minutes: number, mode: TravelMode): string {
  return t(`reach.${mode}`, { n: minutes });
}
