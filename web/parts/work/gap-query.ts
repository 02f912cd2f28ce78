import { ACCESS_METHODS, type AccessMethod } from '../../../core/access/access-measure.ts';
import { DEMANDS, type DemandQuestion, isOfTerm } from '../../../core/demand/demand-question.ts';
import { CLASS_RULES, type ClassRule } from '../../../core/gaps/classes.ts';
import { demandAsked, measureAsked } from '../../../core/gaps/demand-asked.ts';
import { GAP_UNITS, type GapParams, type GapUnit } from '../../../core/gaps/gap.ts';
import { DECAYING, type DecayKind, measureFor } from '../../../core/gaps/measure-for.ts';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import type { QueryShape } from '../../state/use-query.ts';
import { GAP_SHOWN, type GapShown } from './gap-classes.ts';

/** The share within reach, or one of the measures of access. */
export const GAP_METHODS = ['share', ...ACCESS_METHODS] as const;
export type GapMethod = 'share' | AccessMethod;
export const DECAY_KINDS = ['step', 'gaussian', 'exponential', 'gravity'] as const satisfies DecayKind[];

/** What is measured, as people ask it. */
export interface GapQuestion {
  terms: string[];
  minutes: number;
  mode: TravelMode;
  count: DemandQuestion['of'];
  method: GapMethod;
  decay: DecayKind;
}

/** What the gaps screen shows, as it stands in the address. */
export interface GapQuery extends GapQuestion {
  by: GapUnit;
  shown: GapShown;
  rule: ClassRule;
  /** School, hexagon or area that is looked at closely. */
  at: string | null;
}

const DEFAULT_MINUTES = 30;

export const gapQuery: QueryShape<GapQuery> = {
  parse(params) {
    const minutes = Number(params.get('minutes'));
    const count = oneOf(DEMANDS, params.get('demand'), 'students');
    const terms = (params.get('terms') ?? '').split(',').filter(Boolean);
    return {
      terms: askableTerms(terms, count),
      minutes: minutes >= 1 && minutes <= 240 ? minutes : DEFAULT_MINUTES,
      mode: oneOf<TravelMode>(TRAVEL_MODES, params.get('mode'), 'car'),
      count,
      method: oneOf<GapMethod>(GAP_METHODS, params.get('method'), 'share'),
      decay: oneOf<DecayKind>(DECAY_KINDS, params.get('decay'), 'step'),
      by: oneOf<GapUnit>(GAP_UNITS, params.get('by'), 'school'),
      shown: oneOf<GapShown>(GAP_SHOWN, params.get('measure'), 'figure'),
      rule: oneOf<ClassRule>(CLASS_RULES, params.get('classes'), 'quantile'),
      at: params.get('at'),
    };
  },
  format({ terms, minutes, mode, count, method, decay, by, shown, rule, at }) {
    const params = new URLSearchParams();
    if (terms.length > 0) params.set('terms', terms.join(','));
    if (minutes !== DEFAULT_MINUTES) params.set('minutes', String(minutes));
    if (mode !== 'car') params.set('mode', mode);
    if (count !== 'students') params.set('demand', count);
    if (method !== 'share') params.set('method', method);
    if (decay !== 'step' && isDecaying(method)) params.set('decay', decay);
    if (by !== 'school') params.set('by', by);
    if (shown !== 'figure') params.set('measure', shown);
    if (rule !== 'quantile') params.set('classes', rule);
    if (at) params.set('at', at);
    return params;
  },
};

/** The run that answers a question. Of others than students the share within reach is a measure of access, too. */
export function paramsOf({ terms, minutes, mode, count, method, decay }: GapQuestion): GapParams {
  const asked: GapParams = { terms: [...terms], minutes, mode, demand: count === 'need' ? 'need' : 'all' };
  if (method !== 'share') return { ...asked, demandOf: count, measure: measureFor(method, minutes, decay) };
  if (count === 'students' || count === 'need') return asked;
  return { ...asked, demandOf: count, measure: measureFor('coverage', minutes) };
}

/** The question that a run answers; one that was asked with numbers of its own is not asked here. */
export function questionOf(params: GapParams): GapQuestion | undefined {
  const { terms, minutes, mode } = params;
  const measure = measureAsked(params);
  const { of: count } = demandAsked(params);
  const method: GapMethod = measure === undefined || measure.method === 'coverage' ? 'share' : measure.method;
  const question = { terms, minutes, mode, count, method, decay: measure?.decay?.kind ?? 'step' };
  return sameParams(paramsOf(question), params) ? question : undefined;
}

/** Whether two measurements answer the same question; the order of the terms does not matter. */
export function sameParams(a: GapParams, b: GapParams): boolean {
  return keyOf(a) === keyOf(b);
}

/** Students with a need are counted for one kind of help at a time. */
export function askableTerms(terms: readonly string[], count: GapQuestion['count']): string[] {
  return isOfTerm(count) ? terms.slice(-1) : [...terms];
}

export function isDecaying(method: GapMethod): boolean {
  return method !== 'share' && DECAYING.includes(method);
}

function keyOf(params: GapParams): string {
  const { terms, minutes, mode } = params;
  const { method, limit, decay, ...more } = measureAsked(params) ?? {};
  const measure = [method, limit, decay && Object.entries(decay).sort(), Object.entries(more).sort()];
  return JSON.stringify([[...terms].sort(), minutes, mode, demandAsked(params).of, measure]);
}

function oneOf<T extends string>(values: readonly T[], value: string | null, fallback: T): T {
  return values.find((known) => known === value) ?? fallback;
}
