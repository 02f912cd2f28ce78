import { canonicalJson } from '../audit/encode-entry.ts';

/** Whether two values say the same, whatever the order of their keys; undefined and null both say nothing. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
