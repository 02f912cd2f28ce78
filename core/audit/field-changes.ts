import { canonicalJson } from './encode-entry.ts';
import type { FieldChange } from './entry.ts';

/** Which fields are others in `after`, by their names. One that is absent, or undefined, has no `from` or `to`. */
export function fieldChanges(before: object, after: object): FieldChange[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return fields
    .filter((field) => canonicalJson(old[field]) !== canonicalJson(now[field]))
    .map((field) => ({
      field,
      ...(old[field] !== undefined && { from: old[field] }),
      ...(now[field] !== undefined && { to: now[field] }),
    }));
}

/** What a record would be after a patch: what is not given stays. */
export function patched<T extends object>(before: T, patch: object): T {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}
