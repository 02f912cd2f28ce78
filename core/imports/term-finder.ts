import { normalName } from '../taxonomy/crosswalk.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';

export type FindTerm = (name: string) => string | undefined;

/**
 * Finds one of our terms by its id, its label or another word for it, in English or Spanish. A word that stands for
 * several terms finds none: nobody can tell which is meant.
 */
export function createTermFinder(taxonomy: Pick<Taxonomy, 'terms' | 'get'>): FindTerm {
  const labels = new Map<string, Set<string>>();
  const synonyms = new Map<string, Set<string>>();
  for (const { id, label, synonyms: others } of taxonomy.terms) {
    for (const name of [label.en, label.es]) add(labels, name, id);
    for (const name of [...others.en, ...others.es]) add(synonyms, name, id);
  }
  return (name) => {
    const trimmed = name.trim();
    if (taxonomy.get(trimmed)) return trimmed;
    return only(labels.get(normalName(trimmed))) ?? only(synonyms.get(normalName(trimmed)));
  };
}

function add(names: Map<string, Set<string>>, name: string, id: string): void {
  const key = normalName(name);
  names.set(key, (names.get(key) ?? new Set()).add(id));
}

function only(ids: ReadonlySet<string> | undefined): string | undefined {
  return ids?.size === 1 ? [...ids][0] : undefined;
}
