import type { Group } from '../privacy/home-count.ts';
import type { StudentCounts } from '../privacy/student-counts.ts';
import type { School } from '../schools/school.ts';
import { type Demand, type DemandPlace, sortedDemand } from './demand-place.ts';
import { schoolPlace } from './school-place.ts';
import { whereCounted } from './where-counted.ts';

/**
 * All students, as groups are told of: at the middle of their cell, or at their school where no cell is told. Groups
 * of several schools in one cell are one place; its locale is that of the school most of them go to.
 */
export function studentDemand({ groups }: Pick<StudentCounts, 'groups'>, schools: readonly School[]): Demand {
  const byId = new Map(schools.map((school) => [school.id, school]));
  const places = new Map<string, DemandPlace & { most: number }>();
  const placed = new Set<string>();
  for (const group of [...groups].sort(bySchool)) {
    const place = placeOf(group, byId.get(group.schoolId));
    if (!place) continue;
    placed.add(group.schoolId);
    const known = places.get(place.id);
    const most = Math.max(group.students, known?.most ?? 0);
    const leading = known && known.most >= group.students ? known : place;
    places.set(place.id, { ...leading, people: place.people + (known?.people ?? 0), most });
  }
  return sortedDemand({
    places: [...places.values()].map(({ most: _most, ...place }) => place),
    noData: schools.filter(({ id }) => !placed.has(id)).map(({ id }) => id),
  });
}

function placeOf(group: Group, school: School | undefined): DemandPlace | undefined {
  const at = whereCounted(group, school?.point?.coordinates);
  if (at?.kind !== 'cell') return school && schoolPlace(school, group.students);
  return {
    ...at,
    people: group.students,
    ...(school?.locale !== undefined && { locale: school.locale }),
  };
}

function bySchool(a: Group, b: Group): number {
  return a.schoolId < b.schoolId ? -1 : Number(a.schoolId > b.schoolId);
}
