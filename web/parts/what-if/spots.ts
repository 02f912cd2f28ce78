import type { Position } from '../../../core/geo/point.ts';
import type { School } from '../../../core/schools/school.ts';
import type { NamedSite } from './known-sites.ts';

/** A place that has a name, to choose from a list. */
export interface Spot {
  id: string;
  label: string;
  point: Position;
}

/** Schools on the map by name, then the places of services that are there today. */
export function spotsOf(
  schools: readonly School[],
  today: readonly NamedSite[],
  locale: string,
  beside: (name: string) => string,
): Spot[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const atSchools = schools.flatMap(({ id, name, point }) =>
    point ? [{ id: `school ${id}`, label: name, point: point.coordinates }] : [],
  );
  const besideSites = today.map(({ id, name, point }) => ({ id: `site ${id}`, label: beside(name), point }));
  return [...atSchools.sort((a, b) => compare(a.label, b.label)), ...besideSites];
}
