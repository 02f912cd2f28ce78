import { type ForeignTerm, normalName } from './crosswalk.ts';
import type { Taxonomy } from './taxonomy.ts';

/** What we call our taxonomy where others read it. */
export const OWN_TAXONOMY = 'Trellis whole child';

/** Whether a term of a source is one of ours, as an export of ours carries it. */
export function isOwnTerm(ours: Taxonomy, { taxonomy, code }: ForeignTerm): boolean {
  const isOurs = /\btrellis\b/.test(normalName(taxonomy ?? ''));
  return isOurs && code !== undefined && ours.get(code) !== undefined;
}
