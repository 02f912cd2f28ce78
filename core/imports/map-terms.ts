import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { Crosswalk } from './crosswalk.ts';

/** A term as a source names it. */
export interface ForeignTerm {
  taxonomy?: string;
  code?: string;
  name: string;
}

/** Our terms for a foreign one; undefined where nothing is known about it, [] where it is known to have none. */
export type MapTerm = (term: ForeignTerm) => readonly string[] | undefined;

/**
 * Joins the mapping files with what our own taxonomy knows: its own ids, the codes of Open Eligibility, and labels that
 * are word for word the same. Targets that our taxonomy does not have are dropped.
 */
export function createTermMap(taxonomy: Taxonomy, crosswalks: readonly Crosswalk[]): MapTerm {
  const byCode = new Map<string, readonly string[]>();
  const byName = new Map<string, readonly string[]>();
  for (const crosswalk of crosswalks) {
    for (const term of crosswalk.terms) {
      const to = term.to.filter((id) => taxonomy.get(id));
      for (const name of crosswalk.taxonomy.map(plain)) {
        if (term.code) byCode.set(`${name} ${plain(term.code)}`, to);
        if (term.name) byName.set(`${name} ${plain(term.name)}`, to);
      }
    }
  }
  const own = ownNames(taxonomy);
  return ({ taxonomy: source, code, name }) => {
    const prefix = plain(source ?? '');
    const mapped = (code && byCode.get(`${prefix} ${plain(code)}`)) ?? byName.get(`${prefix} ${plain(name)}`);
    if (mapped) return mapped;
    if (code && taxonomy.get(code) && /trellis/.test(prefix)) return [code];
    if (code && /open ?eligibility/.test(prefix))
      return own.openEligibility.get(code) ?? own.labels.get(plain(name));
    return own.labels.get(plain(name));
  };
}

function ownNames(taxonomy: Taxonomy) {
  const labels = new Map<string, string[]>();
  const openEligibility = new Map<string, string[]>();
  for (const term of taxonomy.terms) {
    for (const label of new Set([plain(term.label.en), plain(term.label.es)])) {
      labels.set(label, [...(labels.get(label) ?? []), term.id]);
    }
    for (const code of term.openEligibility)
      openEligibility.set(code, [...(openEligibility.get(code) ?? []), term.id]);
  }
  return { labels, openEligibility };
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
