import { whereCounted } from '../demand/where-counted.ts';
import type { Position } from '../geo/point.ts';
import type { Group } from '../privacy/home-count.ts';
import type { Tally } from '../privacy/tell-share.ts';
import type { School } from '../schools/school.ts';

/** What gaps read of a school; whole schools fit. */
export type GapSchool = Pick<School, 'id' | 'name' | 'point'>;

/** Which groups have an offer in time, added up. */
export interface ReachedGroups {
  all: Tally;
  bySchool: Map<string, Tally>;
  byCell: Map<string, Tally>;
}

/**
 * A group is covered if the nearest offer is within `minutes` of where it is counted. A group of which no place is known
 * is not counted: nothing can be said of it.
 */
export function reachGroups(
  groups: readonly Group[],
  schools: readonly GapSchool[],
  isNear: (place: Position) => boolean,
): ReachedGroups {
  const schoolPoints = new Map(schools.map(({ id, point }) => [id, point?.coordinates]));
  const reached: ReachedGroups = { all: nobody(), bySchool: new Map(), byCell: new Map() };
  for (const group of groups) {
    const { schoolId, cell, students } = group;
    const place = whereCounted(group, schoolPoints.get(schoolId));
    if (!place) continue;
    const covered = isNear(place.point) ? students : 0;
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
