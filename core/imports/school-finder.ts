import type { SourceRef } from '../directory/source.ts';
import { normalName } from '../taxonomy/crosswalk.ts';

/** A school as far as a row of a student may name it. */
export interface SchoolRef {
  id: string;
  /** Name of the source that it came from. */
  sourceSystem?: string | undefined;
  sourceId: string;
  ncesId?: string | undefined;
  /** By which rosters name it. */
  otherIds?: readonly SourceRef[] | undefined;
  name: string;
}

export type FoundSchool = { id: string } | 'unknown' | 'ambiguous';

/**
 * Finds a school by our id, the source's id, the NCES id or a name that only one school has. Where several have it,
 * the one that came from the students' own source is meant.
 */
export function createSchoolFinder(
  schools: readonly SchoolRef[],
  source?: string,
): (text: string) => FoundSchool {
  const own = new Set(schools.filter(({ sourceSystem }) => sourceSystem === source).map(({ id }) => id));
  const byId = new Map<string, string>();
  const bySource = group(schools, ({ sourceId }) => sourceId);
  const byNces = group(schools, ({ ncesId }) => ncesId);
  const byName = group(schools, ({ name }) => normalName(name));
  for (const { id } of schools) byId.set(id, id);
  return (text) => {
    const trimmed = text.trim();
    const ours = byId.get(trimmed);
    if (ours) return { id: ours };
    const found =
      bySource.get(trimmed) ?? byNces.get(trimmed.padStart(12, '0')) ?? byName.get(normalName(trimmed));
    if (!found) return 'unknown';
    const [id, second] = found.size === 1 ? found : [...found].filter((one) => own.has(one));
    return id !== undefined && second === undefined ? { id } : 'ambiguous';
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
