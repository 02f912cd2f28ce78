import { normalName } from '../taxonomy/crosswalk.ts';

/** A school as far as a row of a student may name it. */
export interface SchoolRef {
  id: string;
  sourceId: string;
  ncesId?: string | undefined;
  name: string;
}

export type FoundSchool = { id: string } | 'unknown' | 'ambiguous';

/** Finds a school by our id, the source's id, the NCES id or a name that only one school has. */
export function createSchoolFinder(schools: readonly SchoolRef[]): (text: string) => FoundSchool {
  const byId = new Map<string, string>();
  const bySource = group(schools, ({ sourceId }) => sourceId);
  const byNces = group(schools, ({ ncesId }) => ncesId);
  const byName = group(schools, ({ name }) => normalName(name));
  for (const { id } of schools) byId.set(id, id);
  return (text) => {
    const trimmed = text.trim();
    const id = byId.get(trimmed);
    if (id) return { id };
    const found =
      bySource.get(trimmed) ?? byNces.get(trimmed.padStart(12, '0')) ?? byName.get(normalName(trimmed));
    if (!found) return 'unknown';
    return found.size === 1 ? { id: [...found][0]! } : 'ambiguous';
  };
}

function group(
  schools: readonly SchoolRef[],
  key: (school: SchoolRef) => string | undefined,
): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const school of schools) {
    const name = key(school);
    if (name) groups.set(name, (groups.get(name) ?? new Set()).add(school.id));
  }
  return groups;
}
