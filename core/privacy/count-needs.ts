import type { Need, Student } from '../students/student.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Figure } from './renew-figures.ts';

/** Students with a need, with an urgent one, with one for which the newest matching found nothing. */
export const NEED_KINDS = ['students', 'urgent', 'unmet'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** What is read of a student; whole students fit. */
export type CountedStudent = Pick<Student, 'id' | 'schoolId' | 'homeCell'> & {
  needs: readonly Pick<Need, 'term' | 'urgency'>[];
};

const URGENT = 3;

/** All students of the school: the widest set. */
export const WHOLE_SCHOOL = 'all';

/**
 * For every term that somebody of a school needs: how many students have a need of it or of a term below it, of any
 * kind, each with the wider sets that hold it. Wider ones come first. A student counts once, whatever number of needs.
 */
export function countNeeds(
  students: readonly CountedStudent[],
  taxonomy: Pick<Taxonomy, 'lineage'>,
  unmetByStudent: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): Figure[] {
  const counts = new Map<string, number>();
  for (const student of students) {
    for (const id of setsOf(student, taxonomy, unmetByStudent.get(student.id) ?? new Set()))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, count]) => ({ id, students: count, within: widerThan(id, taxonomy) }))
    .sort((a, b) => a.within.length - b.within.length || (a.id < b.id ? -1 : 1));
}

export function figureId(kind: NeedKind, term: string): string {
  return `${kind} ${term}`;
}

function setsOf(
  { needs }: CountedStudent,
  taxonomy: Pick<Taxonomy, 'lineage'>,
  unmet: ReadonlySet<string>,
): Set<string> {
  return new Set(
    needs.flatMap(({ term, urgency }) =>
      taxonomy
        .lineage(term)
        .flatMap((wider) => [
          figureId('students', wider),
          ...(urgency === URGENT ? [figureId('urgent', wider)] : []),
          ...(unmet.has(term) ? [figureId('unmet', wider)] : []),
        ]),
    ),
  );
}

/** All students; those with a need of the term or of one above; of a kind, those of that kind above as well. */
function widerThan(id: string, taxonomy: Pick<Taxonomy, 'lineage'>): string[] {
  const [kind, term] = id.split(' ') as [NeedKind, string];
  const line = taxonomy.lineage(term);
  const kinds: readonly NeedKind[] = kind === 'students' ? ['students'] : ['students', kind];
  const wider = kinds.flatMap((each) => line.map((above) => figureId(each, above)));
  return [WHOLE_SCHOOL, ...wider.filter((other) => other !== id)];
}
