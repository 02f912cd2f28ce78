import type { QueryShape } from '../../state/use-query.ts';

export const SIMPLE_PARTS = ['strengths', 'interests', 'goals', 'steps', 'supporters'] as const;
export type SimplePart = (typeof SIMPLE_PARTS)[number];

export interface PlanQuery {
  /** Absent: the student and the family see one thing at a time, who works with them the whole. */
  view?: 'simple' | 'all' | undefined;
  at: SimplePart;
}

export const planQuery: QueryShape<PlanQuery> = {
  parse(params) {
    const view = params.get('view');
    return {
      ...((view === 'simple' || view === 'all') && { view }),
      at: SIMPLE_PARTS.find((part) => part === params.get('at')) ?? 'strengths',
    };
  },
  format({ view, at }) {
    const params = new URLSearchParams();
    if (view) params.set('view', view);
    if (at !== 'strengths') params.set('at', at);
    return params;
  },
};
