import { greatCircleKm } from '../geo/great-circle-km.ts';
import type { Position } from '../geo/point.ts';
import { groupBy } from '../lists/group-by.ts';
import type { School } from '../schools/school.ts';
import { normalName } from '../taxonomy/crosswalk.ts';
import type { SitingAsk } from './siting-ask.ts';

/** A place where something new could come. */
export interface Candidate {
  /** "school:…" or "location:…": two kinds of records may have the same id. */
  id: string;
  kind: 'school' | 'location';
  recordId: string;
  name: string;
  point: Position;
  /** Of a school that is a place with several services, too: its locations, "location:…". */
  alsoIds?: string[];
}

/** A public place on the map with several services. */
export interface SharedSite {
  id: string;
  name: string;
  point: Position;
}

/** A school and a place with its name that are no further apart are the same house. */
const SAME_HOUSE_KM = 0.03;

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
  const wanted = {
    schools: () => inSchools,
    sites: () => atSites,
    both: () => underOneRoof(inSchools, atSites),
  };
  return wanted[candidates]()
    .filter((one) => !isAmong(one, exclude))
    .sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
}

/** Whether a list of ids means this candidate; a school that is a place with several services goes by both. */
export function isAmong({ id, alsoIds = [] }: Candidate, ids: readonly string[]): boolean {
  return [id, ...alsoIds].some((each) => ids.includes(each));
}

/** A school and the place with several services in it are one candidate, the school. */
function underOneRoof(schools: readonly Candidate[], places: readonly Candidate[]): Candidate[] {
  const named = groupBy(places, ({ name }) => normalName(name));
  const taken = new Set<Candidate>();
  const joined = schools.map((school) => {
    const here = (named.get(normalName(school.name)) ?? []).filter(
      ({ point }) => greatCircleKm(point, school.point) <= SAME_HOUSE_KM,
    );
    for (const place of here) taken.add(place);
    return here.length > 0 ? { ...school, alsoIds: here.map(({ id }) => id) } : school;
  });
  return [...joined, ...places.filter((place) => !taken.has(place))];
}

function candidate(kind: Candidate['kind'], { id, name, point }: SharedSite): Candidate {
  return { id: `${kind}:${id}`, kind, recordId: id, name, point };
}
