import type { AccessMethod } from '../../../core/access/access-measure.ts';
import type { ClassBreaks } from '../../../core/gaps/classes.ts';
import { demandAsked, measureAsked } from '../../../core/gaps/demand-asked.ts';
import type { GapParams, GapResult, GapRow } from '../../../core/gaps/gap.ts';
import type { GapMethod } from './gap-query.ts';
import type { Wording } from './match-words.ts';
import type { SayAccess } from './use-access.ts';

export interface AccessWording extends Wording {
  a: SayAccess;
}

/** What a figure of each method is in. */
export type AccessUnit = 'per100' | 'places' | 'minutes' | 'cost' | 'covered';

const UNITS: Record<AccessMethod, AccessUnit> = {
  '2sfca': 'per100',
  e2sfca: 'per100',
  '3sfca': 'per100',
  'fca-ratio': 'per100',
  'weighted-catchment': 'places',
  cumulative: 'places',
  nearest: 'minutes',
  raam: 'cost',
  coverage: 'covered',
};

export function unitOf(method: AccessMethod): AccessUnit {
  return UNITS[method];
}

export function methodOf(params: GapParams): GapMethod {
  return measureAsked(params)?.method ?? 'share';
}

/** A figure as people read it, without its unit: places for each person become places for each 100. */
export function accessFigure(value: number, unit: AccessUnit, { say }: Pick<Wording, 'say'>): string {
  if (unit === 'covered') return say.percent(value);
  const shown = unit === 'per100' ? value * 100 : value;
  const digits = unit === 'minutes' || shown >= 100 ? 0 : shown >= 1 ? 1 : 2;
  return shown.toLocaleString(say.locale, { maximumFractionDigits: digits });
}

/** "4.2 places per 100 students". */
export function accessValue(value: number, params: GapParams, wording: AccessWording): string {
  const method = methodOf(params);
  const unit = method === 'share' ? 'covered' : unitOf(method);
  const figure = accessFigure(value, unit, wording);
  if (unit === 'covered') return figure;
  return wording.a(`value.${unit}`, { value: figure, who: whoOf(params, wording) });
}

/** "places per 100 students, within 30 min by car". */
export function accessUnit(params: GapParams, wording: AccessWording): string {
  const method = methodOf(params);
  const unit = method === 'share' ? 'covered' : unitOf(method);
  return wording.a(`unit.${unit}`, { who: whoOf(params, wording), ...reachOf(params, wording) });
}

/** "On average 2.4 places per 100 students within 30 min by car". */
export function accessHeadline(result: GapResult, wording: AccessWording): string {
  const { params, total, access, offers } = result;
  const { a, say } = wording;
  const value = total.access ?? null;
  if (offers === 0) return a('headline.nothing');
  if (!access || access.people === 0 || value === null) return a('headline.nobody');
  const method = methodOf(params);
  const reach = reachOf(params, wording);
  if (method === 'coverage') {
    const people = peopleWords(access.people, params, wording);
    const covered = Math.round(value * access.people);
    return a('headline.covered', { covered, people, share: say.percent(value), ...reach });
  }
  const words = accessValue(value, params, wording);
  if (method === 'nearest') return a('headline.meanMinutes', { value: words, by: reach.by });
  if (method === 'raam') return a('headline.meanCost', { value: words, by: reach.by });
  return a('headline.mean', { value: words, ...reach });
}

/** The question as a sentence, for the printed page. */
export function accessSentence(params: GapParams, wording: AccessWording): string {
  const { a, say, term } = wording;
  return a('sentence', {
    who: whoOf(params, wording),
    terms: say.list(params.terms.map(term)),
    method: a(`method.${methodOf(params)}`),
    ...reachOf(params, wording),
  });
}

/** What is known of how well one school or area is served, sentence by sentence. */
export function accessRowSentences(row: GapRow, params: GapParams, wording: AccessWording): string[] {
  const { a } = wording;
  return [
    accessOfRow(row, params, wording),
    ...rangeOfRow(row, params, wording),
    ...peopleOfRow(row, params, a),
  ];
}

function accessOfRow(row: GapRow, params: GapParams, wording: AccessWording): string {
  const { a } = wording;
  if (row.outOfReach) return a('row.outOfReach', reachOf(params, wording));
  const access = row.access ?? null;
  if (access === null) return a('row.noData');
  if (methodOf(params) === 'coverage') return a('row.covered', reachOf(params, wording));
  return a('row.value', { value: accessValue(access, params, wording) });
}

function rangeOfRow({ accessLow, accessHigh }: GapRow, params: GapParams, wording: AccessWording): string[] {
  if (accessLow === undefined || accessHigh === undefined) return [];
  const [low, high] = [accessLow, accessHigh].map((value) => accessValue(value, params, wording));
  return [wording.a('row.range', { low: low!, high: high! })];
}

function peopleOfRow({ people, peopleLow, peopleHigh }: GapRow, params: GapParams, a: SayAccess): string[] {
  if (people === null || people === undefined) return [];
  const words = peopleWords(people, params, { a });
  if (peopleLow === undefined || peopleHigh === undefined) return [a('row.people', { people: words })];
  return [a('row.peopleRange', { people: words, low: peopleLow, high: peopleHigh })];
}

/** The names of the five classes, worst first. */
export function accessClassNames(
  breaks: ClassBreaks | undefined,
  better: 'more' | 'less',
  params: GapParams,
  wording: AccessWording,
): string[] {
  const { a } = wording;
  const method = methodOf(params);
  const unit = method === 'share' ? 'covered' : unitOf(method);
  if (!breaks) return [a('class.out')];
  const [first, second, third, fourth] = breaks.map((value) => accessFigure(value, unit, wording));
  const names = [
    a('class.upTo', { to: first! }),
    a('class.between', { from: first!, to: second! }),
    a('class.between', { from: second!, to: third! }),
    a('class.between', { from: third!, to: fourth! }),
    a('class.over', { from: fourth! }),
  ];
  if (better === 'less') names.reverse();
  return [a('class.orOut', { name: names[0]! }), ...names.slice(1)];
}

/** "1,240 children". */
export function peopleWords(n: number, params: GapParams, { a }: Pick<AccessWording, 'a'>): string {
  return a(`people.${demandAsked(params).of}`, { n });
}

/** "students": how those who are counted are called, many of them. */
function whoOf(params: GapParams, { a }: Pick<AccessWording, 'a'>): string {
  return a(`who.${demandAsked(params).of}`);
}

function reachOf({ minutes, mode }: GapParams, { t }: Pick<Wording, 't'>) {
  return { minutes, by: t(`by.${mode}`) };
}
