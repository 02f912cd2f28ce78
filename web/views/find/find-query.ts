import type { Position } from '../../../core/geo/point.ts';
import { WEEKDAYS, type Weekday } from '../../../core/schedule/schedule.ts';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import type { QueryValues } from '../../api/request.ts';

/** Everything that Find shows, as the address holds it. Absent parts are null, false or empty. */
export interface FindQuery {
  q: string;
  terms: string[];
  school: string | null;
  near: Position | null;
  mode: TravelMode;
  minutes: number | null;
  day: Weekday | null;
  from: string | null;
  to: string | null;
  openNow: boolean;
  language: string | null;
  free: boolean;
  age: number | null;
  grade: number | null;
  places: boolean;
  /** Only partners approved for the school; whose eyes may see it: web/state/may-ask-approved.ts. */
  approved: boolean;
  page: number;
  /** The chosen place (a location's id). */
  place: string | null;
  /** What a phone shows. */
  view: 'list' | 'map';
}

export const emptyQuery: FindQuery = {
  q: '',
  terms: [],
  school: null,
  near: null,
  mode: 'bus',
  minutes: null,
  day: null,
  from: null,
  to: null,
  openNow: false,
  language: null,
  free: false,
  age: null,
  grade: null,
  places: false,
  approved: false,
  page: 1,
  place: null,
  view: 'list',
};

export const PER_PAGE = 25;

/** Reads an address that anyone may have typed: what makes no sense is left out. */
export function parseFindQuery(params: URLSearchParams): FindQuery {
  const school = params.get('school') || null;
  return {
    q: (params.get('q') ?? '').trim().slice(0, 200),
    terms: [...new Set((params.get('terms') ?? '').split(',').filter(Boolean))],
    school,
    near: school ? null : readPosition(params.get('near')),
    mode: oneOf(TRAVEL_MODES, params.get('mode')) ?? emptyQuery.mode,
    minutes: readWhole(params.get('minutes'), 1, 240),
    day: oneOf(WEEKDAYS, params.get('day')),
    ...readTimes(readTime(params.get('from')), readTime(params.get('to'))),
    openNow: params.get('openNow') === '1',
    language: /^[a-z]{2,3}$/.exec(params.get('language') ?? '')?.[0] ?? null,
    free: params.get('free') === '1',
    age: readWhole(params.get('age'), 0, 130),
    grade: readWhole(params.get('grade'), -1, 12),
    places: params.get('places') === '1',
    approved: school !== null && params.get('approved') === '1',
    page: readWhole(params.get('page'), 1, 10_000) ?? 1,
    place: params.get('place') || null,
    view: params.get('view') === 'map' ? 'map' : 'list',
  };
}

/** The shortest address that says the same: what is as usual is left out. */
export function formatFindQuery(query: FindQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of Object.keys(emptyQuery) as (keyof FindQuery)[]) {
    const text = textOf(query[name]);
    if (text !== textOf(emptyQuery[name])) params.set(name, text);
  }
  return params;
}

export const findShape = { parse: parseFindQuery, format: formatFindQuery };

/** What the server is asked: the filters without page, choice and view. */
export function filterOf(query: FindQuery): QueryValues {
  const { near, terms, page: _page, place: _place, view: _view, mode, minutes, ...rest } = query;
  const origin = query.school !== null || near !== null;
  return {
    ...rest,
    terms: terms.join(','),
    near: near?.join(','),
    ...(origin && { mode, minutes }),
  };
}

function textOf(value: FindQuery[keyof FindQuery]): string {
  if (value === null || value === false) return '';
  return value === true ? '1' : String(value);
}

function oneOf<T extends string>(values: readonly T[], text: string | null): T | null {
  return values.find((value) => value === text) ?? null;
}

function readWhole(text: string | null, low: number, high: number): number | null {
  if (text === null || !/^-?\d{1,5}$/.test(text)) return null;
  const value = Number(text);
  return value >= low && value <= high ? value : null;
}

function readTime(text: string | null): string | null {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.exec(text ?? '')?.[0] ?? null;
}

function readTimes(from: string | null, to: string | null): { from: string | null; to: string | null } {
  return { from, to: from !== null && to !== null && to <= from ? null : to };
}

function readPosition(text: string | null): Position | null {
  const parts = (text ?? '').split(',');
  if (parts.length !== 2 || parts.some((part) => part.trim() === '')) return null;
  const [lon, lat] = parts.map(Number) as [number, number];
  const valid = Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
  return valid ? [lon, lat] : null;
}
