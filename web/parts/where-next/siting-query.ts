import { DEMANDS } from '../../../core/demand/demand-question.ts';
import { SITING_MODELS } from '../../../core/siting/siting-problem.ts';
import { TRAVEL_MODES } from '../../../core/travel/travel.ts';
import { CANDIDATE_CHOICES, MODELS_WITH_ROOM, type SitingAsk } from '../../../core/where-next/siting-ask.ts';
import type { QueryShape } from '../../state/use-query.ts';
import { amountsOf, amountsSent, costsOf } from './siting-amounts.ts';

/** The question as it stands in the address; the first words are those of the gaps screen. */
export interface SitingQuery
  extends Pick<
    SitingAsk,
    'terms' | 'minutes' | 'mode' | 'demand' | 'model' | 'candidates' | 'keepExisting' | 'force' | 'exclude'
  > {
  /** At most; means nothing where as few as possible are wanted. */
  sites: number;
  /** How many people each new site has room for; null: for everybody. Means nothing where the model cannot keep to it. */
  capacity: number | null;
  /** What all new sites may cost, and what one costs; null: money is no question. */
  budget: number | null;
  schoolPrice: number | null;
  locationPrice: number | null;
}

const DEFAULT_MINUTES = 30;
const DEFAULT_SITES = 3;
export const MOST_SITES = 50;
const MOST_TERMS = 5;
const MOST_ROOM = 1_000_000;
const MOST_MONEY = 1e12;

export const sitingQuery: QueryShape<SitingQuery> = {
  parse(params) {
    const list = (name: string) => [...new Set((params.get(name) ?? '').split(',').filter(Boolean))];
    return {
      terms: list('terms').slice(0, MOST_TERMS),
      minutes: within(params.get('minutes'), 5, 240, 5) ?? DEFAULT_MINUTES,
      mode: oneOf(TRAVEL_MODES, params.get('mode'), 'car'),
      demand: oneOf(DEMANDS, params.get('demand'), 'students'),
      model: oneOf(SITING_MODELS, params.get('model'), 'mclp'),
      sites: within(params.get('sites'), 1, MOST_SITES, 1) ?? DEFAULT_SITES,
      candidates: oneOf(CANDIDATE_CHOICES, params.get('in'), 'both'),
      keepExisting: params.get('from') !== 'nothing',
      force: list('with').sort().slice(0, MOST_SITES),
      exclude: list('without').sort(),
      capacity: within(params.get('capacity') || null, 1, MOST_ROOM, 1) ?? null,
      budget: amount(params.get('budget')),
      schoolPrice: amount(params.get('schoolPrice')),
      locationPrice: amount(params.get('locationPrice')),
    };
  },
  format({ terms, minutes, mode, demand, model, sites, candidates, keepExisting, force, exclude, ...more }) {
    const params = new URLSearchParams();
    if (terms.length > 0) params.set('terms', terms.join(','));
    if (minutes !== DEFAULT_MINUTES) params.set('minutes', String(minutes));
    if (mode !== 'car') params.set('mode', mode);
    if (demand !== 'students') params.set('demand', demand);
    if (model !== 'mclp') params.set('model', model);
    if (sites !== DEFAULT_SITES && model !== 'lscp') params.set('sites', String(sites));
    if (candidates !== 'both') params.set('in', candidates);
    if (!keepExisting) params.set('from', 'nothing');
    if (force.length > 0) params.set('with', force.join(','));
    if (exclude.length > 0) params.set('without', exclude.join(','));
    if (more.capacity !== null && keepsToRoom(model)) params.set('capacity', String(more.capacity));
    for (const name of amountsOf({ model, candidates }))
      if (more[name] !== null) params.set(name, String(more[name]));
    return params;
  },
};

/** Only who looks for most people or for short ways for all can keep to the room of a site. */
export function keepsToRoom(model: SitingQuery['model']): boolean {
  return MODELS_WITH_ROOM.includes(model);
}

/** What is sent: where as few sites as possible are wanted, no number is. */
export function askOf(query: SitingQuery): SitingAsk {
  const { sites, capacity, budget, schoolPrice, locationPrice, ...rest } = query;
  const room = capacity !== null && keepsToRoom(query.model) && { capacity };
  return { ...rest, ...(query.model === 'lscp' ? {} : { sites }), ...room, ...costsOf(query) };
}

/** The question that a run answers; undefined where it was asked in a way that this screen cannot. */
export function queryOf(ask: SitingAsk): SitingQuery | undefined {
  if (ask.sites === undefined && ask.model !== 'lscp') return undefined;
  const { terms, minutes, mode, demand, model, sites = DEFAULT_SITES, candidates, keepExisting } = ask;
  const { capacity = null } = ask;
  const [force, exclude] = [[...ask.force].sort(), [...ask.exclude].sort()];
  const amounts = amountsSent(ask);
  return {
    terms,
    minutes,
    mode,
    demand,
    model,
    sites,
    candidates,
    keepExisting,
    force,
    exclude,
    capacity,
    ...amounts,
  };
}

/** Whether two questions are the same; the order of the terms does not matter. */
export function sameQuery(a: SitingQuery, b: SitingQuery): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(query: SitingQuery): string {
  return sitingQuery.format({ ...query, terms: [...query.terms].sort() }).toString();
}

function within(value: string | null, least: number, most: number, step: number): number | undefined {
  const number = Number(value ?? Number.NaN);
  return number >= least && number <= most && number % step === 0 ? number : undefined;
}

function amount(value: string | null): number | null {
  const number = Number(value || Number.NaN);
  return number >= 0 && number <= MOST_MONEY ? number : null;
}

function oneOf<T extends string>(values: readonly T[], value: string | null, fallback: T): T {
  return values.find((known) => known === value) ?? fallback;
}
