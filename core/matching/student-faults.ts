import { cellCenter } from '../geo/cell-center.ts';
import type { RunFinding } from '../jobs/run-finding.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { isOnEarth } from './is-on-earth.ts';
import type { MatchSchool, MatchStudent } from './match-input.ts';

/** What of the students a run cannot use; in this order. */
export const STUDENT_FAULTS = ['need-term-gone', 'school-gone', 'origin-unknown'] as const;

/** Counts what of the students a run cannot use, while they pass by once. It names nobody. */
export interface StudentFaults {
  see(student: MatchStudent): void;
  findings(): RunFinding[];
}

export function countStudentFaults(
  schools: readonly MatchSchool[],
  taxonomy: Pick<Taxonomy, 'get'>,
): StudentFaults {
  const known = new Set(schools.map(({ id }) => id));
  const placed = new Set(
    schools.filter(({ point }) => point && isOnEarth(point.coordinates)).map(({ id }) => id),
  );
  const counts = { 'need-term-gone': 0, 'school-gone': 0, 'origin-unknown': 0 };
  const gone = new Set<string>();
  return {
    see: ({ schoolId, homeCell, needs, interests }) => {
      const terms = [...needs, ...interests].map(({ term }) => term).filter((term) => !taxonomy.get(term));
      for (const term of terms) gone.add(term);
      counts['need-term-gone'] += terms.length;
      if (!known.has(schoolId)) counts['school-gone'] += 1;
      if (!placed.has(schoolId) && !cellCenter(homeCell)) counts['origin-unknown'] += 1;
    },
    findings: () =>
      STUDENT_FAULTS.flatMap((code) => {
        const count = counts[code];
        const values = code === 'need-term-gone' ? { terms: [...gone].sort().slice(0, 5).join(', ') } : {};
        return count > 0 ? [{ code, count, values, offers: [] }] : [];
      }),
  };
}
