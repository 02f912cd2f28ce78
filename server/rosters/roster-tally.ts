import {
  noCounts,
  ROSTER_OUTCOMES,
  type RosterCounts,
  type RosterOutcome,
  type RosterSummary,
} from '../../core/imports/oneroster/roster-summary.ts';
import type { SchoolRef } from '../../core/imports/school-finder.ts';
import type { Counter } from '../imports/import-result.ts';
import type { RosterSchool } from './roster-schools.ts';

/** Counts what becomes of students, school by school. */
export interface Tally {
  add(outcome: RosterOutcome, schoolId: string): void;
  /** A student whose school is not known here. */
  waits(school: RosterSchool): void;
  /** The same over all schools, as every import tells it. */
  countInto(counter: Counter): void;
  summary(of: Pick<RosterSummary, 'mode' | 'notLeft' | 'isTrial'>): RosterSummary;
}

export function createTally(known: readonly SchoolRef[], named: readonly RosterSchool[]): Tally {
  const bySchool = new Map<string, RosterCounts>();
  const waiting = new Map<RosterSchool, number>();
  return {
    add(outcome, schoolId) {
      const counts = bySchool.get(schoolId) ?? noCounts();
      counts[outcome] += 1;
      bySchool.set(schoolId, counts);
    },
    waits: (school) => void waiting.set(school, (waiting.get(school) ?? 0) + 1),
    countInto(counter) {
      const sum = (...outcomes: RosterOutcome[]) =>
        [...bySchool.values()].reduce(
          (all, counts) => all + outcomes.reduce((part, outcome) => part + counts[outcome], 0),
          0,
        );
      counter.upserted('students', {
        added: sum('added'),
        changed: sum(...ROSTER_OUTCOMES.filter((outcome) => outcome !== 'added' && outcome !== 'unchanged')),
        unchanged: sum('unchanged'),
        changedIds: [],
      });
    },
    summary(of) {
      const names = new Map([...named, ...known].map(({ id, name }) => [id, name]));
      const schools = [...bySchool]
        .map(([schoolId, counts]) => ({ schoolId, name: names.get(schoolId) ?? schoolId, ...counts }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.schoolId < b.schoolId ? -1 : 1));
      const unknownSchools = [...waiting]
        .map(([{ name }, students]) => ({ name, students }))
        .sort((a, b) => b.students - a.students || a.name.localeCompare(b.name, 'en'));
      return { ...of, schools, unknownSchools };
    },
  };
}
