import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import { countHomes } from './count-homes.ts';
import { type CountedStudent, countNeeds, figureId, type NeedKind, WHOLE_SCHOOL } from './count-needs.ts';
import { type Group, studentsOf } from './home-count.ts';
import { type PlacedFigure, placedFigures } from './placed-figures.ts';
import { renewDistrict, type ToldSchool } from './renew-district.ts';
import { type Figure, type HeldFigure, renewFigures } from './renew-figures.ts';
import { renewGroups } from './renew-groups.ts';
import { type PlacedStudent, type SharedFigure, sharedFigures } from './shared-figures.ts';

/** Stands for a school's id in figures about all schools together. */
export const EVERY_SCHOOL = '*';

/** A figure about the needs of one school, or of all. */
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
  /** Of pairs of services under one roof; absent before anybody had a place. Those not `told` as with needs. */
  shared?: SharedFigure[];
  /** Of students who have a place; absent before anybody had one. Shown in bands alone. */
  placed?: PlacedFigure[];
}

export interface CountInput {
  students: readonly CountedStudent[];
  schoolIds: readonly string[];
  taxonomy: Pick<Taxonomy, 'lineage'>;
  /** Terms of needs for which the newest matching found nothing, by student; absent before any matching. */
  unmetByStudent?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Who has a place where that may be known. */
  placed?: readonly PlacedStudent[];
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
  const shared = sharedOf(groups, input, held?.shared ?? []);
  const placed = placedFigures(
    { groups, students, placed: input.placed ?? [], threshold },
    held?.placed ?? [],
  );
  return {
    countedOn,
    threshold,
    matched: unmetByStudent !== undefined,
    groups,
    emptySchools: schoolIds.filter((id) => !homes.has(id) && !groups.some(({ schoolId }) => schoolId === id)),
    needs: needFigures(groups, input, held),
    ...(shared.length > 0 && { shared }),
    ...(placed.length > 0 && { placed }),
  };
}

/** A school that has no group is in no figure, so its students are in none of these either. */
function sharedOf(groups: readonly Group[], { placed = [], ...input }: CountInput, held: SharedFigure[]) {
  const told = new Set(groups.map(({ schoolId }) => schoolId));
  const students = input.students.filter(({ schoolId }) => told.has(schoolId));
  return sharedFigures({ ...input, placed, students }, held);
}

/** Of every school that has groups, then of all of them together. */
function needFigures(
  groups: readonly Group[],
  { students, taxonomy, unmetByStudent, threshold }: CountInput,
  held: StudentCounts | undefined,
): NeedFigure[] {
  const bySchool = new Map<string, ToldSchool>();
  const told: CountedStudent[] = [];
  for (const schoolId of new Set(groups.map((group) => group.schoolId))) {
    const here = students.filter((student) => student.schoolId === schoolId);
    told.push(...here);
    const whole = studentsOf(groups.filter((group) => group.schoolId === schoolId));
    const counted = [wholeOf(whole), ...countNeeds(here, taxonomy, unmetByStudent)];
    const figures = renewFigures(counted, heldOf(held, schoolId, whole), threshold);
    bySchool.set(schoolId, { students: whole, figures });
  }
  const whole = studentsOf(groups);
  const district = renewDistrict(
    [wholeOf(whole), ...countNeeds(told, taxonomy, unmetByStudent)],
    [...bySchool.values()],
    heldOf(held, EVERY_SCHOOL, whole),
    threshold,
  );
  const all = [
    ...[...bySchool].map(([id, { figures }]) => [id, figures] as const),
    [EVERY_SCHOOL, district] as const,
  ];
  return all.flatMap(([schoolId, figures]) =>
    [...figures].flatMap(([id, figure]) => (id === WHOLE_SCHOOL ? [] : [{ schoolId, id, ...figure }])),
  );
}

function wholeOf(students: number): Figure {
  return { id: WHOLE_SCHOOL, students, within: [] };
}

/** The figures of last time. How many there are in all is told by the groups, and bounds every other figure. */
function heldOf(
  last: StudentCounts | undefined,
  schoolId: string,
  whole: number,
): ReadonlyMap<string, HeldFigure> {
  const figures = (last?.needs ?? []).filter((figure) => figure.schoolId === schoolId);
  return new Map<string, HeldFigure>([
    [WHOLE_SCHOOL, { students: whole, told: true }],
    ...figures.map(({ id, students, told }): [string, HeldFigure] => [id, { students, told }]),
  ]);
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
