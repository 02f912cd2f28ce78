import { type Crosswalk, type ForeignTerm, type MappedTerms, mapSourceTerms } from '../taxonomy/crosswalk.ts';
import { isOwnTerm } from '../taxonomy/own-term.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';

export type MapTerms = <T extends ForeignTerm>(terms: readonly T[]) => MappedTerms<T>;

/**
 * Maps the terms of one service by the mapping files; targets that our taxonomy does not have (any more) are dropped.
 * Terms of our own taxonomy, as an export of ours carries them, are themselves, and where there are any they are all:
 * somebody has decided already.
 */
export function createTermMap(taxonomy: Taxonomy, crosswalks: readonly Crosswalk[]): MapTerms {
  const isOwn = (term: ForeignTerm): boolean => isOwnTerm(taxonomy, term);
  return (terms) => {
    const own = terms.filter(isOwn).map(({ code }) => code!);
    if (own.length > 0) return { terms: [...new Set(own)], unmapped: [] };
    const { terms: mapped, unmapped } = mapSourceTerms(crosswalks, terms);
    return { terms: mapped.filter((id) => taxonomy.get(id)).sort(), unmapped };
  };
}
