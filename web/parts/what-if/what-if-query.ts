import { DEMANDS, type DemandQuestion, isOfTerm } from '../../../core/demand/demand-question.ts';
import { TRAVEL_MODES, type TravelMode } from '../../../core/travel/travel.ts';
import type { WhatIfQuestion } from '../../../core/what-if/scenario.ts';
import type { QueryShape } from '../../state/use-query.ts';

/** What the screen shows, as it stands in the address: a question, a scenario, or a scenario asked otherwise. */
export interface WhatIfQuery {
  terms: string[];
  minutes: number;
  mode: TravelMode;
  demand: DemandQuestion['of'];
  /** Whose need is counted, where several terms are asked for. */
  need: string | null;
  scenario: string | null;
  /** A second scenario to compare with. */
  beside: string | null;
}

const DEFAULT_MINUTES = 30;

/** The names are those of the gaps screen, so that its question can be taken along. */
export const whatIfQuery: QueryShape<WhatIfQuery> = {
  parse(params) {
    const minutes = Math.round(Number(params.get('minutes')) / 5) * 5;
    return {
      terms: (params.get('terms') ?? '').split(',').filter(Boolean),
      minutes: minutes >= 5 && minutes <= 240 ? minutes : DEFAULT_MINUTES,
      mode: oneOf<TravelMode>(TRAVEL_MODES, params.get('mode'), 'car'),
      demand: oneOf<DemandQuestion['of']>(DEMANDS, params.get('demand'), 'students'),
      need: params.get('need'),
      scenario: params.get('scenario'),
      beside: params.get('beside'),
    };
  },
  format({ terms, minutes, mode, demand, need, scenario, beside }) {
    const params = new URLSearchParams();
    if (scenario) params.set('scenario', scenario);
    if (beside) params.set('beside', beside);
    if (terms.length > 0) params.set('terms', terms.join());
    if (minutes !== DEFAULT_MINUTES) params.set('minutes', String(minutes));
    if (mode !== 'car') params.set('mode', mode);
    if (demand !== 'students') params.set('demand', demand);
    if (need) params.set('need', need);
    return params;
  },
};

/** The address then says no more than which scenario is shown. */
export const NO_QUESTION: Partial<WhatIfQuery> = whatIfQuery.parse(new URLSearchParams());

/** The question of an address; undefined where it asks for nothing. */
export function questionOf({ terms, minutes, mode, demand, need }: WhatIfQuery): WhatIfQuestion | undefined {
  const last = terms.at(-1);
  if (last === undefined) return undefined;
  return {
    terms,
    minutes,
    mode,
    demand: isOfTerm(demand) ? { of: demand, term: need ?? last } : { of: demand },
  };
}

/** A question as it is written in the address. */
export function asQuery({
  terms,
  minutes,
  mode,
  demand,
}: WhatIfQuestion): Omit<WhatIfQuery, 'scenario' | 'beside'> {
  const need = demand.term === terms.at(-1) ? null : (demand.term ?? null);
  return { terms, minutes, mode, demand: demand.of, need };
}

export function sameQuestion(a: WhatIfQuestion, b: WhatIfQuestion): boolean {
  return keyOf(a) === keyOf(b);
}

export function keyOf({ terms, minutes, mode, demand }: WhatIfQuestion): string {
  return JSON.stringify([[...terms].sort(), minutes, mode, demand.of, demand.term ?? null]);
}

function oneOf<T extends string>(values: readonly T[], value: string | null, fallback: T): T {
  return values.find((known) => known === value) ?? fallback;
}
