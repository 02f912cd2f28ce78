/** What becomes of a student when a roster comes: each is one of these. */
export const ROSTER_OUTCOMES = ['added', 'returned', 'moved', 'changed', 'unchanged', 'left'] as const;
export type RosterOutcome = (typeof ROSTER_OUTCOMES)[number];

export type RosterCounts = Record<RosterOutcome, number>;

/** What a roster brought, or of a dry run what it would bring. */
export interface RosterSummary {
  /** All that there are (bulk), or what has changed (delta). */
  mode: 'bulk' | 'delta';
  /** By the school that students go to now; who has left by the last one. In the order of their names. */
  schools: ({ schoolId: string; name: string } & RosterCounts)[];
  /** Organizations that are no school here: how many students wait for them. */
  unknownSchools: { name: string; students: number }[];
  /** Students whom the roster does not name any more and who were not noted as having left; why is a finding. */
  notLeft: number;
  isTrial: boolean;
}

export function noCounts(): RosterCounts {
  return { added: 0, returned: 0, moved: 0, changed: 0, unchanged: 0, left: 0 };
}

/** Whether so many of a source's students leave at once that it looks like half a file. */
export function isHalfGone(left: number, there: number): boolean {
  return left >= 10 && left > there / 2;
}
