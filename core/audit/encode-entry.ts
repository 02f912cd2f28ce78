import type { AuditEntry } from './entry.ts';

/**
 * The one text of an entry: JSON with every object's keys in order (as in RFC 8785), so that it does not depend on how a
 * database hands fields back. All that is stored goes in, also a field that somebody adds later.
 */
export function encodeEntry(entry: Omit<AuditEntry, 'mac'>): string {
  return canonicalJson(entry);
}

export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const fields = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${canonicalJson(part)}`);
  return `{${fields.join(',')}}`;
}
