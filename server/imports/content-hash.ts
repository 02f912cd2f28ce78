import { hash } from 'node:crypto';

/** A fingerprint of what a record says, whatever the order of its keys. */
export function contentHash(record: object): string {
  return hash('sha256', canonical(record), 'base64url');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const said = value as Record<string, unknown>;
  const keys = Object.keys(said)
    .filter((key) => said[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(said[key])}`).join(',')}}`;
}
