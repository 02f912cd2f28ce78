import type { Position } from '../geo/point.ts';
import type { School } from '../schools/school.ts';
import type { SitingAsk } from './siting-ask.ts';

/** A place where something new could come. */
export interface Candidate {
  /** "school:…" or "location:…": two kinds of records may have the same id. */
  id: string;
  kind: 'school' | 'location';
  recordId: string;
  name: string;
  point: Position;
}

/** A public place on the map with several services. */
export interface SharedSite {
  id: string;
  name: string;
  point: Position;
}

/** The candidates that a question is about, by id; schools that are not on the map are none. */
export function candidatesOf(
  schools: readonly Pick<School, 'id' | 'name' | 'point'>[],
  sites: readonly SharedSite[],
  { candidates, exclude }: Pick<SitingAsk, 'candidates' | 'exclude'>,
): Candidate[] {
  const inSchools = schools.flatMap(({ id, name, point }) =>
    point ? [candidate('school', { id, name, point: point.coordinates })] : [],
  );
  const atSites = sites.map((site) => candidate('location', site));
  const left = new Set(exclude);
  return [...(candidates === 'sites' ? [] : inSchools), ...(candidates === 'schools' ? [] : atSites)]
    .filter(({ id }) => !left.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

function candidate(kind: Candidate['kind'], { id, name, point }: SharedSite): Candidate {
  return { id: `${kind}:${id}`, kind, recordId: id, name, point };
}
