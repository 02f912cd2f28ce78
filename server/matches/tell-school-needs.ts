import { studentsOf } from '../../core/privacy/home-count.ts';
import { type StudentCounts, toldNeeds } from '../../core/privacy/student-counts.ts';
import type { Taxonomy } from '../../core/taxonomy/taxonomy.ts';
import type { SchoolNeed, SchoolNeeds } from './read-school-needs.ts';

/**
 * The needs of a school for people who may not see small numbers. A row counts the students with a need of its term
 * or of one below it. Terms that may not be told have no row: that it is there would tell that somebody needs it.
 */
export function tellSchoolNeeds(
  counts: StudentCounts,
  schoolId: string,
  { terms }: Pick<Taxonomy, 'terms'>,
): SchoolNeeds {
  const told = toldNeeds(counts);
  const items = terms.flatMap(({ id: term }): SchoolNeed[] => {
    const students = told(schoolId, 'students', term);
    if (students === undefined) return [];
    const urgent = told(schoolId, 'urgent', term) ?? null;
    const unmet = counts.matched ? (told(schoolId, 'unmet', term) ?? null) : 0;
    const matched = counts.matched ? unmet && students - unmet : 0;
    return [{ term, students, urgent, matched, unmet, hidden: urgent === null || unmet === null }];
  });
  const groups = counts.groups.filter((group) => group.schoolId === schoolId);
  const isEmpty = counts.emptySchools.includes(schoolId);
  return {
    items: items.sort((a, b) => Number(b.students) - Number(a.students) || (a.term < b.term ? -1 : 1)),
    students: groups.length > 0 ? studentsOf(groups) : isEmpty ? 0 : null,
    threshold: counts.threshold,
    countedOn: counts.countedOn,
  };
}
