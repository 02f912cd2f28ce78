import { createSchoolFinder, type FoundSchool, type SchoolRef } from '../school-finder.ts';

/** An organization of a roster. */
export interface RosterOrg {
  sourcedId: string;
  name: string;
  identifier: string;
}

/**
 * The school that an organization of a roster is: the one that this source brought or was met as before; else by NCES id
 * or the schools' own id, and by name. Where these lead to two schools nobody can tell which is meant.
 */
export function createOrgFinder(
  schools: readonly SchoolRef[],
  source: string,
): (org: RosterOrg) => FoundSchool {
  const own = new Map(
    schools.flatMap(({ id, sourceSystem, sourceId, otherIds = [] }) =>
      [{ system: sourceSystem, id: sourceId }, ...otherIds]
        .filter(({ system }) => system === source)
        .map((ref): [string, string] => [ref.id, id]),
    ),
  );
  const find = createSchoolFinder(schools, source);
  return ({ sourcedId, name, identifier }) => {
    const known = own.get(sourcedId);
    if (known !== undefined) return { id: known };
    const found = [identifier, name].filter(Boolean).map(find);
    const ids = new Set(found.flatMap((one) => (typeof one === 'string' ? [] : [one.id])));
    const [id] = ids;
    if (ids.size > 1) return 'ambiguous';
    return id === undefined ? (found.includes('ambiguous') ? 'ambiguous' : 'unknown') : { id };
  };
}
