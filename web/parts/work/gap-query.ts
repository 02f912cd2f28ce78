import type { GapParams } from '../../../core/gaps/gap.ts';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import type { GapUnit } from '../../api/jobs.ts';
import type { QueryShape } from '../../state/use-query.ts';
import { GAP_MEASURES, type GapMeasure } from './gap-classes.ts';

/** What the gaps screen shows, as it stands in the address. */
export interface GapQuery extends GapParams {
  by: GapUnit;
  measure: GapMeasure;
  /** School or hexagon that is looked at closely. */
  at: string | null;
}

const DEFAULT_MINUTES = 30;

export const gapQuery: QueryShape<GapQuery> = {
  parse(params) {
    const minutes = Number(params.get('minutes'));
    const demand = params.get('demand') === 'need' ? 'need' : 'all';
    const terms = (params.get('terms') ?? '').split(',').filter(Boolean);
    return {
      terms: askableTerms(terms, demand),
      minutes: minutes >= 1 && minutes <= 240 ? minutes : DEFAULT_MINUTES,
      mode: oneOf<TravelMode>(TRAVEL_MODES, params.get('mode'), 'car'),
      demand,
      by: params.get('by') === 'cell' ? 'cell' : 'school',
      measure: oneOf<GapMeasure>(GAP_MEASURES, params.get('measure'), 'share'),
      at: params.get('at'),
    };
  },
  format({ terms, minutes, mode, demand, by, measure, at }) {
    const params = new URLSearchParams();
    if (terms.length > 0) params.set('terms', terms.join(','));
    if (minutes !== DEFAULT_MINUTES) params.set('minutes', String(minutes));
    if (mode !== 'car') params.set('mode', mode);
    if (demand !== 'all') params.set('demand', demand);
    if (by !== 'school') params.set('by', by);
    if (measure !== 'share') params.set('measure', measure);
    if (at) params.set('at', at);
    return params;
  },
};

/** Whether two measurements answer the same question; the order of the terms does not matter. */
export function sameParams(a: GapParams, b: GapParams): boolean {
  return keyOf(a) === keyOf(b);
}

export function paramsOf({ terms, minutes, mode, demand }: GapParams): GapParams {
  return { terms, minutes, mode, demand };
}

/** Students with a need are counted for one kind of help at a time. */
export function askableTerms(terms: readonly string[], demand: GapParams['demand']): string[] {
  return demand === 'need' ? terms.slice(-1) : [...terms];
}

function keyOf({ terms, minutes, mode, demand }: GapParams): string {
  return JSON.stringify([[...terms].sort(), minutes, mode, demand ?? 'all']);
}

function oneOf<T extends string>(values: readonly T[], value: string | null, fallback: T): T {
  return values.find((known) => known === value) ?? fallback;
}
