import type { QueryShape } from '../../state/use-query.ts';
import { type GapQuery, gapQuery } from '../work/gap-query.ts';

/** The question of the gaps screen, and what is proposed: a run of "Where next?", a scenario of "What if?". */
export interface ReportQuery extends GapQuery {
  siting: string | null;
  scenario: string | null;
}

export const reportQuery: QueryShape<ReportQuery> = {
  parse(params) {
    return { ...gapQuery.parse(params), siting: params.get('siting'), scenario: params.get('scenario') };
  },
  format({ siting, scenario, ...query }) {
    const params = gapQuery.format(query);
    if (siting) params.set('siting', siting);
    if (scenario) params.set('scenario', scenario);
    return params;
  },
};
