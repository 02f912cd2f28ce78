import { WHOLE_SCHOOL } from './count-needs.ts';
import { type Figure, type HeldFigure, renewFigures } from './renew-figures.ts';

/** What is told of one school: how many students it has, and its figures. */
export interface ToldSchool {
  students: number;
  figures: ReadonlyMap<string, HeldFigure>;
}

/**
 * Decides which figures of all schools together are told: those that no school tells by itself, so that nothing can be
 * subtracted. How many students there are in all is told of each. What schools tell of wider and narrower sets bounds them as well; both bounds stay the threshold away.
 */
export function renewDistrict(
  figures: readonly Figure[],
  schools: readonly ToldSchool[],
  held: ReadonlyMap<string, HeldFigure>,
  threshold: number,
): Map<string, HeldFigure> {
  const within = new Map(figures.map((figure) => [figure.id, figure.within]));
  const told = ({ figures: known }: ToldSchool, id: string) => {
    const figure = known.get(id);
    return figure?.told ? figure.students : undefined;
  };
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const atMost = (id: string) => sum(schools.map((school) => told(school, id) ?? school.students));
  const atLeast = sumsOfNarrower(figures, (id) => sum(schools.map((school) => told(school, id) ?? 0)));
  const isFree = (id: string, students: number) =>
    id === WHOLE_SCHOOL ||
    (schools.length > 1 &&
      schools.every((school) => told(school, id) === undefined) &&
      (within.get(id) ?? []).every((wider) => atMost(wider) - students >= threshold) &&
      students - (atLeast.get(id) ?? 0) >= threshold);
  return renewFigures(figures, held, threshold, isFree);
}

/** By each set the largest sum that schools tell of a set within it. */
function sumsOfNarrower(figures: readonly Figure[], sumOf: (id: string) => number): Map<string, number> {
  const largest = new Map<string, number>();
  for (const { id, within } of figures) {
    const told = sumOf(id);
    for (const wider of within) largest.set(wider, Math.max(largest.get(wider) ?? 0, told));
  }
  return largest;
}
