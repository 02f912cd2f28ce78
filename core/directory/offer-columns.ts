import { minutesOf, weekdayIndex } from '../schedule/clock.ts';
import type { WeeklySpan } from '../schedule/schedule.ts';
import { type MapColumns, onSquareMap } from './cluster-places.ts';
import type { Offer } from './offer.ts';
import { CONTRIBUTION_KINDS } from './service.ts';

/** What of an offer is held in memory to be searched and put on the map. */
export type IndexedOffer = Pick<
  Offer,
  | 'id'
  | 'serviceId'
  | 'locationId'
  | 'organizationId'
  | 'serviceName'
  | 'kind'
  | 'confidentiality'
  | 'terms'
  | 'termsAndAbove'
  | 'hours'
  | 'hoursKnown'
  | 'languages'
  | 'words'
> & {
  /** The service's name in plain letters: the order of names. */
  nameKey: string;
  eligibility: Omit<Offer['eligibility'], 'unknown'>;
  point?: Offer['point'] | undefined;
  free?: boolean | undefined;
  placesFree?: number | undefined;
};

/** Yes-or-no facts of a row, one bit each. */
export const IS_MAPPED = 1;
export const IS_FREE = 2;
export const IS_FULL = 4;
export const HAS_HOURS = 8;

/** Minutes of a week. */
const DAY = 1440;

/**
 * Offers as columns: what a search asks of every offer lies side by side in typed arrays, so that asking 20,000 of
 * them takes about a millisecond. What is not known is written as the bound that excludes nothing.
 */
export interface OfferColumns extends MapColumns {
  flags: Uint8Array;
  kind: Uint8Array;
  leastAge: Float64Array;
  mostAge: Float64Array;
  leastGrade: Int8Array;
  mostGrade: Int8Array;
  /** The point on the unit sphere. */
  x: Float64Array;
  y: Float64Array;
  z: Float64Array;
  /** Opening spans in minutes of the week from Monday 00:00: begin, end, begin, end … */
  spans: (Uint16Array | undefined)[];
}

export function createColumns(capacity: number): OfferColumns {
  return {
    flags: new Uint8Array(capacity),
    kind: new Uint8Array(capacity),
    leastAge: new Float64Array(capacity),
    mostAge: new Float64Array(capacity),
    leastGrade: new Int8Array(capacity),
    mostGrade: new Int8Array(capacity),
    x: new Float64Array(capacity),
    y: new Float64Array(capacity),
    z: new Float64Array(capacity),
    across: new Float64Array(capacity),
    down: new Float64Array(capacity),
    place: new Int32Array(capacity),
    spans: new Array(capacity),
  };
}

/** The same rows with room for more. */
export function growColumns(old: OfferColumns, capacity: number): OfferColumns {
  const grown = createColumns(capacity);
  for (const name of [
    'flags',
    'kind',
    'leastAge',
    'mostAge',
    'leastGrade',
    'mostGrade',
    'x',
    'y',
    'z',
    'across',
    'down',
    'place',
  ] as const)
    grown[name].set(old[name]);
  for (const [row, spans] of old.spans.entries()) grown.spans[row] = spans;
  return grown;
}

/** @param place a number for its place, from 0 */
export function writeRow(columns: OfferColumns, row: number, offer: IndexedOffer, place: number): void {
  const { minimumAge, maximumAge, minimumGrade, maximumGrade } = offer.eligibility;
  const isMapped = offer.confidentiality === 'public' && offer.point !== undefined;
  columns.flags[row] =
    (isMapped ? IS_MAPPED : 0) |
    (offer.free === true ? IS_FREE : 0) |
    (offer.placesFree === 0 ? IS_FULL : 0) |
    (offer.hoursKnown ? HAS_HOURS : 0);
  columns.kind[row] = CONTRIBUTION_KINDS.indexOf(offer.kind);
  columns.leastAge[row] = minimumAge ?? Number.NEGATIVE_INFINITY;
  columns.mostAge[row] = maximumAge ?? Number.POSITIVE_INFINITY;
  columns.leastGrade[row] = minimumGrade ?? -128;
  columns.mostGrade[row] = maximumGrade ?? 127;
  columns.spans[row] = Uint16Array.from(offer.hours.flatMap(spanOf));
  [columns.x[row], columns.y[row], columns.z[row]] = offer.point
    ? onUnitSphere(offer.point.coordinates)
    : [Number.NaN, Number.NaN, Number.NaN];
  [columns.across[row], columns.down[row]] = offer.point
    ? onSquareMap(offer.point.coordinates)
    : [Number.NaN, Number.NaN];
  columns.place[row] = place;
}

/** The minute of the week at which a time on a day is. */
export function minuteOfWeek(day: WeeklySpan['day'], time: string): number {
  return weekdayIndex(day) * DAY + minutesOf(time);
}

function spanOf({ day, from, to }: WeeklySpan): [number, number] {
  return [minuteOfWeek(day, from), minuteOfWeek(day, to)];
}

export function onUnitSphere([lon, lat]: readonly [number, number]): [number, number, number] {
  const [a, b] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
}
