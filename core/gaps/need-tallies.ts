import type { ToldNeeds } from '../privacy/student-counts.ts';
import type { Tally } from '../privacy/tell-share.ts';

/**
 * Students with a need of the term, by school, as far as that may be told. Where they live is not counted: that
 * would be figures about few. They are taken to be covered as all students of their school are.
 */
export function needTallies(
  all: ReadonlyMap<string, Tally>,
  told: ToldNeeds,
  term: string,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [schoolId, { students, covered }] of all) {
    const withNeed = told(schoolId, 'students', term);
    if (withNeed === undefined) continue;
    tallies.set(schoolId, { students: withNeed, covered: Math.round((withNeed * covered) / students) });
  }
  return tallies;
}
