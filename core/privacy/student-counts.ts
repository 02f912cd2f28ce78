import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { countHomes } from './count-homes.ts';
import { type CountedStudent, countNeeds, figureId, type NeedKind, WHOLE_SCHOOL } from './count-needs.ts';
import { type Group, studentsOf } from './home-count.ts';
import { type HeldFigure, renewFigures } from './renew-figures.ts';
import { renewGroups } from './renew-groups.ts';

/** A figure about the needs of one school. */
export interface NeedFigure extends HeldFigure {
  schoolId: string;
  /** Made by `figureId`. */
  id: string;
}

/**
 * All that is ever told of how many students there are, where they live and what they need: every figure, map, export
 * and report is worked out from this and from what is public, never from the students themselves. So nothing can
 * follow from any number of answers, in any order, that does not follow from this.
 */
export interface StudentCounts {
  /** UTC, "YYYY-MM-DD". */
  countedOn: string;
  threshold: number;
  /** Whether there had been a matching, so that unmet needs were counted. */
  matched: boolean;
  groups: Group[];
  /** Schools without anybody, which is public. */
  emptySchools: string[];
  /** Those that are not `told` are kept for the next count alone. */
  needs: NeedFigure[];
}

export interface CountInput {
  students: readonly CountedStudent[];
  schoolIds: readonly string[];
  taxonomy: Pick<Taxonomy, 'lineage'>;
  /** Terms of needs for which the newest matching found nothing, by student; absent before any matching. */
  unmetByStudent?: ReadonlyMap<string, ReadonlySet<string>>;
  /** H3 resolution of the cells; finer homes are coarsened. Without it cells are taken as they are kept. */
  homeResolution?: number;
  threshold: number;
  countedOn: string;
}

/** Counts the students, holding on to what was told last wherever only a handful has changed. */
export function countStudents(input: CountInput, last?: StudentCounts): StudentCounts {
  // Where the threshold has been raised, what was told below it cannot be held on to.
  const held = last && last.threshold >= input.threshold ? last : undefined;
  const { students, schoolIds, unmetByStudent, threshold, countedOn } = input;
  const homes = countHomes(students, input.homeResolution);
  const groups = renewGroups(held?.groups ?? [], homes, threshold);
  return {
    countedOn,
    threshold,
    matched: unmetByStudent !== undefined,
    groups,
    emptySchools: schoolIds.filter((id) => !homes.has(id) && !groups.some(({ schoolId }) => schoolId === id)),
    needs: [...new Set(groups.map(({ schoolId }) => schoolId))].flatMap((schoolId) =>
      needsOfSchool(schoolId, groups, input, held),
    ),
  };
}

function needsOfSchool(
  schoolId: string,
  groups: readonly Group[],
  { students, taxonomy, unmetByStudent, threshold }: CountInput,
  held: StudentCounts | undefined,
): NeedFigure[] {
  const known = new Map<string, HeldFigure>();
  for (const figure of held?.needs ?? []) if (figure.schoolId === schoolId) known.set(figure.id, figure);
  const whole = studentsOf(groups.filter((group) => group.schoolId === schoolId));
  known.set(WHOLE_SCHOOL, { students: whole, told: true });
  const here = students.filter((student) => student.schoolId === schoolId);
  const figures = countNeeds(here, taxonomy, unmetByStudent);
  const renewed = renewFigures(
    [{ id: WHOLE_SCHOOL, students: whole, within: [] }, ...figures],
    known,
    threshold,
  );
  renewed.delete(WHOLE_SCHOOL);
  return [...renewed].map(([id, figure]) => ({ schoolId, id, ...figure }));
}

export type ToldNeeds = (schoolId: string, kind: NeedKind, term: string) => number | undefined;

/** Looks up how many students of a school have a need of a term or below; undefined where it may not be told. */
export function toldNeeds({ needs }: Pick<StudentCounts, 'needs'>): ToldNeeds {
  const told = new Map(
    needs
      .filter((figure) => figure.told)
      .map((figure) => [`${figure.schoolId} ${figure.id}`, figure.students]),
  );
  return (schoolId, kind, term) => told.get(`${schoolId} ${figureId(kind, term)}`);
}
