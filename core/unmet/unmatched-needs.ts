import { figureId } from '../privacy/count-needs.ts';
import { EVERY_SCHOOL, type StudentCounts } from '../privacy/student-counts.ts';
import { monthOf } from '../schedule/school-year.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { UnmetEntry } from './unmet-note.ts';

/**
 * Needs for which the newest matching found nothing, as the count of the students tells them: of each school the
 * narrowest terms that may be told, and of all schools together those that no school may tell.
 */
export function unmatchedNeeds(
  { needs, countedOn }: Pick<StudentCounts, 'needs' | 'countedOn'>,
  { terms, within }: Pick<Taxonomy, 'terms' | 'within'>,
): UnmetEntry[] {
  const told = new Map(
    needs
      .filter((figure) => figure.told)
      .map(({ schoolId, id, students }) => [`${schoolId} ${id}`, students]),
  );
  const unmet = (schoolId: string, term: string) => told.get(`${schoolId} ${figureId('unmet', term)}`);
  const schoolIds = [...new Set(needs.map(({ schoolId }) => schoolId))]
    .filter((id) => id !== EVERY_SCHOOL)
    .sort();
  const isNarrowest = (schoolId: string, term: string) =>
    within(term).every((below) => below === term || unmet(schoolId, below) === undefined);
  const month = monthOf(countedOn);
  return terms.flatMap(({ id: term }) => {
    const entry = { source: 'match', term, from: month, to: month } as const;
    const atSchools = schoolIds.flatMap((schoolId): UnmetEntry[] => {
      const times = unmet(schoolId, term);
      if (times === undefined || !isNarrowest(schoolId, term)) return [];
      return [{ ...entry, where: 'school', schoolId, times }];
    });
    const times = unmet(EVERY_SCHOOL, term);
    const isElsewhere = schoolIds.some((schoolId) => within(term).some((below) => unmet(schoolId, below)));
    if (times === undefined || isElsewhere || !isNarrowest(EVERY_SCHOOL, term)) return atSchools;
    return [...atSchools, { ...entry, where: 'all', times }];
  });
}
