/** Where else a student's id lies, and what goes when the student is forgotten. */
export interface StudentTrace {
  collection: string;
  path: string;
  /** The whole record, or only the id in a list of many. */
  goes: 'record' | 'entry';
}

/**
 * The log of accesses is not among them: it must not change. What it says about the student is sealed with the
 * student's own key, and that goes.
 */
export const STUDENT_TRACES: readonly StudentTrace[] = [
  { collection: 'matches', path: 'studentId', goes: 'record' },
  { collection: 'match_chunks', path: 'studentIds', goes: 'entry' },
  { collection: 'placement_rows', path: 'studentId', goes: 'record' },
  { collection: 'placement_pairs', path: 'studentIds', goes: 'record' },
  { collection: 'placements', path: 'studentId', goes: 'record' },
  { collection: 'opportunity_plan_changes', path: 'studentId', goes: 'record' },
  { collection: 'reviews', path: 'studentId', goes: 'record' },
  { collection: 'conferences', path: 'studentId', goes: 'record' },
  { collection: 'consents', path: 'studentId', goes: 'record' },
  { collection: 'disclosures', path: 'studentId', goes: 'record' },
  { collection: 'referrals', path: 'studentId', goes: 'record' },
];
