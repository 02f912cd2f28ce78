import { cellCenter } from '../geo/cell-center.ts';
import type { Position } from '../geo/point.ts';
import type { Group } from '../privacy/home-count.ts';
import type { Tally } from '../privacy/tell-share.ts';
import type { School } from '../schools/school.ts';
import type { Nearest } from './nearest-offer.ts';

/** What gaps read of a school; whole schools fit. */
export type GapSchool = Pick<School, 'id' | 'name' | 'point'>;

/** Which groups have an offer in time, added up. */
export interface ReachedGroups {
  all: Tally;
  bySchool: Map<string, Tally>;
  byCell: Map<string, Tally>;
}

/**
 * A group is covered if the nearest offer is within `minutes` of its school or of its cell's centre.
 * A group of which neither place is known is not counted: nothing can be said of it.
 */
export function reachGroups(
  groups: readonly Group[],
  schools: readonly GapSchool[],
  minutes: number,
  nearestTo: (origin: Position | undefined) => Nearest | undefined,
): ReachedGroups {
  const schoolPoints = new Map(schools.map(({ id, point }) => [id, point?.coordinates]));
  const isNear = remembered((origin: Position) => (nearestTo(origin)?.minutes ?? Infinity) <= minutes);
  const reached: ReachedGroups = { all: nobody(), bySchool: new Map(), byCell: new Map() };
  for (const { schoolId, cell, students } of groups) {
    const places = [schoolPoints.get(schoolId), cellCenter(cell ?? undefined)].filter(
      (place) => place !== undefined,
    );
    if (places.length === 0) continue;
    const covered = places.some(isNear) ? students : 0;
    add(reached.all, { students, covered });
    add(tallyOf(reached.bySchool, schoolId), { students, covered });
    if (cell !== null) add(tallyOf(reached.byCell, cell), { students, covered });
  }
  return reached;
}

export function nobody(): Tally {
  return { students: 0, covered: 0 };
}

export function add(to: Tally, { students, covered }: Tally): void {
  to.students += students;
  to.covered += covered;
}

function tallyOf(tallies: Map<string, Tally>, id: string): Tally {
  const tally = tallies.get(id) ?? nobody();
  tallies.set(id, tally);
  return tally;
}

/** Many groups share a school or a cell. */
function remembered(answer: (origin: Position) => boolean): (origin: Position) => boolean {
  const known = new Map<string, boolean>();
  return (origin) => {
    const key = origin.join();
    const found = known.get(key) ?? answer(origin);
    known.set(key, found);
    return found;
  };
}
