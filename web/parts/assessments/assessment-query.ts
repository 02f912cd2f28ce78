import type { QueryShape } from '../../state/use-query.ts';

/** What the pages about assessments show, as it stands in the address. */
export interface AssessmentQuery {
  /** The calendar year in which the school year began; null: the present one. */
  year: number | null;
  /** The framework whose groups are columns; null: the first one. */
  set: string | null;
  /** Of the report: one place, or all. */
  place: string | null;
  /** Whose questions are edited. */
  district: string | null;
}

export const assessmentQuery: QueryShape<AssessmentQuery> = {
  parse(params) {
    const year = Number(params.get('year'));
    return {
      year: Number.isInteger(year) && year >= 2000 && year <= 2200 ? year : null,
      set: params.get('set'),
      place: params.get('place'),
      district: params.get('district'),
    };
  },
  format: (query) =>
    new URLSearchParams(
      Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])),
    ),
};

/** An address of these pages that goes on with what is shown. */
export function addressWith(path: string, query: Partial<AssessmentQuery>): string {
  const search = assessmentQuery
    .format({ year: null, set: null, place: null, district: null, ...query })
    .toString();
  return search ? `${path}?${search}` : path;
}
