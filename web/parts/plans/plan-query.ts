import { type FairnessGroup, ROW_STATES, type RowState } from '../../../core/placement/plan.ts';
import type { QueryShape } from '../../state/use-query.ts';
import type { PlanFilter } from './filter-rows.ts';

export const PLAN_VIEWS = ['needs', 'map', 'fairness'] as const;
export type PlanView = (typeof PLAN_VIEWS)[number];

/** What a plan's page shows, as it stands in the address. Student numbers that are looked for stay out of it. */
export interface PlanQuery extends PlanFilter {
  view: PlanView;
  sort: string;
  down: boolean;
  by: FairnessGroup;
}

export const planQuery: QueryShape<PlanQuery> = {
  parse(params) {
    const sort = params.get('sort') ?? '';
    return {
      view: oneOf<PlanView>(PLAN_VIEWS, params.get('view')) ?? 'needs',
      school: params.get('school') || null,
      term: params.get('term') || null,
      urgency: oneOf(['1', '2', '3'], params.get('urgency')),
      state: oneOf<RowState>(ROW_STATES, params.get('state')),
      flow: params.get('flow') || null,
      sort: sort.replace(/^-/, '') || 'urgency',
      down: sort === '' || sort.startsWith('-'),
      by: params.get('by') ?? 'school',
    };
  },
  format({ view, school, term, urgency, state, flow, sort, down, by }) {
    const params = new URLSearchParams();
    if (view !== 'needs') params.set('view', view);
    for (const [name, value] of Object.entries({ school, term, urgency, state, flow }))
      if (value) params.set(name, value);
    const sorting = `${down ? '-' : ''}${sort}`;
    if (sorting !== '-urgency') params.set('sort', sorting);
    if (by !== 'school') params.set('by', by);
    return params;
  },
};

function oneOf<T extends string>(values: readonly T[], value: string | null): T | null {
  return values.find((known) => known === value) ?? null;
}
