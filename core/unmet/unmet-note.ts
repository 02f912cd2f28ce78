/** Where a wish shows that nobody met. */
export const UNMET_SOURCES = ['search', 'referral', 'match', 'survey'] as const;
export type UnmetSource = (typeof UNMET_SOURCES)[number];

/** What is noted as it happens; the others are worked out from what is kept anyway. */
export type NotedSource = 'search' | 'referral';

/** How often in a month somebody asked for something at a place and did not get it: never who, nor on which day. */
export interface UnmetNote {
  source: NotedSource;
  term: string;
  /** Absent where nobody said which school. */
  schoolId?: string;
  /** "YYYY-MM" */
  month: string;
  times: number;
}

/**
 * One line of the ledger. `where`: a school, no school said, several of both together, or all schools. `times` is
 * how often it was asked for; of `match` and `survey`, how many asked.
 */
export interface UnmetEntry {
  source: UnmetSource;
  term: string;
  where: 'school' | 'unsaid' | 'several' | 'all';
  schoolId?: string;
  /** First and last month, "YYYY-MM". */
  from: string;
  to: string;
  times: number;
}
