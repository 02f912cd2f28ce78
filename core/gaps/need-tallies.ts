import type { Position } from '../geo/point.ts';
import type { ToldNeeds } from '../privacy/student-counts.ts';
import type { Tally } from '../privacy/tell-share.ts';
import type { GapSchool } from './reach-groups.ts';

/**
 * Students with a need of the term, by school, as far as that may be told. Where they live is not counted, for that would
 * be figures about few: they are counted at their school, so all of a school are within reach or none.
 */
export function needTallies(
  schools: readonly GapSchool[],
  told: ToldNeeds,
  term: string,
  isNear: (place: Position) => boolean,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { id, point } of schools) {
    const students = told(id, 'students', term);
    if (students === undefined || !point) continue;
    tallies.set(id, { students, covered: isNear(point.coordinates) ? students : 0 });
  }
  return tallies;
}
