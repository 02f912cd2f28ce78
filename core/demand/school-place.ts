import type { School } from '../schools/school.ts';
import { type Demand, type DemandPlace, sortedDemand } from './demand-place.ts';

/** People counted at a school; undefined where nobody is, or where the school is not on the map. */
export function schoolPlace(
  { id, name, point, locale }: School,
  people: number | undefined,
): DemandPlace | undefined {
  if (!point || !people) return undefined;
  return {
    id,
    kind: 'school',
    name,
    point: point.coordinates,
    people,
    ...(locale !== undefined && { locale }),
  };
}

/** Every school with what is known of it: a number of people, or nothing. */
export function schoolDemand(
  schools: readonly School[],
  peopleOf: (school: School) => number | undefined,
): Demand {
  const places = schools.map((school) => schoolPlace(school, peopleOf(school)));
  return sortedDemand({
    places: places.filter((place) => place !== undefined),
    noData: schools.filter((_school, n) => places[n] === undefined).map(({ id }) => id),
  });
}
