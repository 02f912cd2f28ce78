import { UNMET_SOURCES, type UnmetSource } from '../../../core/unmet/unmet-note.ts';
import type { QueryShape } from '../../state/use-query.ts';

export const UNMET_COLUMNS = ['term', 'where', 'source', 'when', 'times'] as const;
export type UnmetColumn = (typeof UNMET_COLUMNS)[number];

/** What of the ledger is shown, as it stands in the address. */
export interface UnmetQuery {
  /** The calendar year in which the school year began; null: the present one. */
  year: number | null;
  source: UnmetSource | null;
  by: UnmetColumn;
  down: boolean;
}

export const unmetQuery: QueryShape<UnmetQuery> = {
  parse(params) {
    const year = Number(params.get('year'));
    return {
      year: Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : null,
      source: UNMET_SOURCES.find((source) => source === params.get('source')) ?? null,
      by: UNMET_COLUMNS.find((column) => column === params.get('by')) ?? 'times',
      down: params.get('order') !== 'up',
    };
  },
  format({ year, source, by, down }) {
    const params = new URLSearchParams();
    if (year !== null) params.set('year', String(year));
    if (source) params.set('source', source);
    if (by !== 'times') params.set('by', by);
    if (!down) params.set('order', 'up');
    return params;
  },
};
