/** How many students are in a set, and the sets that hold all of them (all the way up, not the nearest alone). */
export interface Figure {
  id: string;
  students: number;
  within: readonly string[];
}

/** A figure as it was counted last. One that is not told is held as well, so that it is not told by its next step. */
export interface HeldFigure {
  students: number;
  told: boolean;
}

/**
 * Decides which figures of one school, or of all, are told. `figures` come with the wider before the narrower;
 * `isFree` may forbid some for reasons of its own.
 *
 * Told is a figure of at least `threshold` students that leaves at least as many of every wider set that is told, and
 * of which every narrower set that is told leaves as many. So nobody learns of a handful by subtraction, nor that
 * nobody or everybody of a set is meant; and because any two sets may overlap as they like beyond that, at least
 * `threshold` numbers remain possible for every overlap of them (docs/methods.md).
 *
 * What has been counted stays, told or not, until it is off by the threshold: the coming or going of a handful changes
 * nothing, and a figure that was hidden is not given away by the others' next numbers.
 */
export function renewFigures(
  figures: readonly Figure[],
  held: ReadonlyMap<string, HeldFigure>,
  threshold: number,
  isFree: (id: string, students: number) => boolean = () => true,
): Map<string, HeldFigure> {
  const counted = figures.map((figure) => ({ ...figure, last: heldStill(figure, held, threshold) }));
  const told = new Map<string, number>();
  const narrower = reversed(figures);
  const mayTell = (id: string, students: number, within: readonly string[]) =>
    students >= threshold &&
    isFree(id, students) &&
    within.every((wider) => (told.get(wider) ?? Number.POSITIVE_INFINITY) - students >= threshold) &&
    (narrower.get(id) ?? []).every((part) => students - (told.get(part) ?? -threshold) >= threshold);

  for (const { id, within, last } of counted)
    if (last?.told && mayTell(id, last.students, within)) told.set(id, last.students);
  for (const { id, students, within, last } of counted)
    if (!last && mayTell(id, students, within)) told.set(id, students);
  return new Map(
    counted.map(({ id, students, last }) => [
      id,
      { students: last?.students ?? students, told: told.has(id) },
    ]),
  );
}

function heldStill(
  { id, students }: Figure,
  held: ReadonlyMap<string, HeldFigure>,
  threshold: number,
): HeldFigure | undefined {
  const last = held.get(id);
  return last && Math.abs(students - last.students) < threshold ? last : undefined;
}

function reversed(figures: readonly Figure[]): Map<string, string[]> {
  const narrower = new Map<string, string[]>();
  for (const { id, within } of figures)
    for (const wider of within) {
      const parts = narrower.get(wider);
      if (parts) parts.push(id);
      else narrower.set(wider, [id]);
    }
  return narrower;
}
