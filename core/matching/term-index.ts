import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { MatchOffer } from './match-input.ts';

/** How an offer's term stands to the wished term. */
export const FITS = ['exact', 'narrower', 'broader'] as const;
export type Fit = (typeof FITS)[number];

/** An offer of a wished term: by its best-fitting term. */
export interface Candidate {
  /** Position in the columns. */
  offer: number;
  fit: Fit;
  /** The offer's own term that fits. */
  term: string;
}

export interface TermIndex {
  /** Offers of a term, of its narrower and its broader terms, by position. */
  candidates(term: string): readonly Candidate[];
}

/** Lists are made when a term is first wished and then kept. */
export function termIndex(offers: readonly MatchOffer[], taxonomy: Pick<Taxonomy, 'lineage'>): TermIndex {
  const byTerm = offersByTerm(offers);
  const kept = new Map<string, readonly Candidate[]>();
  return {
    candidates(term) {
      const list = kept.get(term) ?? findCandidates(term, byTerm, taxonomy);
      kept.set(term, list);
      return list;
    },
  };
}

function offersByTerm(offers: readonly MatchOffer[]): Map<string, number[]> {
  const byTerm = new Map<string, number[]>();
  offers.forEach((offer, position) => {
    for (const term of new Set(offer.terms)) {
      const list = byTerm.get(term);
      if (list) list.push(position);
      else byTerm.set(term, [position]);
    }
  });
  return byTerm;
}

interface RelatedTerm {
  term: string;
  fit: Fit;
  /** Generations between the two. */
  steps: number;
}

function findCandidates(
  wished: string,
  byTerm: ReadonlyMap<string, readonly number[]>,
  taxonomy: Pick<Taxonomy, 'lineage'>,
): Candidate[] {
  const found = new Map<number, Candidate>();
  for (const { term, fit } of relatedTerms(wished, byTerm.keys(), taxonomy)) {
    for (const offer of byTerm.get(term) ?? []) if (!found.has(offer)) found.set(offer, { offer, fit, term });
  }
  return [...found.values()].sort((a, b) => a.offer - b.offer);
}

/** Best fit first; within a fit the nearest in the tree, then by id. */
function relatedTerms(
  wished: string,
  offered: Iterable<string>,
  taxonomy: Pick<Taxonomy, 'lineage'>,
): RelatedTerm[] {
  const above = lineageOf(wished, taxonomy);
  const related: RelatedTerm[] = [];
  for (const term of offered) {
    const up = above.indexOf(term);
    const down = lineageOf(term, taxonomy).indexOf(wished);
    if (up === 0) related.push({ term, fit: 'exact', steps: 0 });
    else if (down > 0) related.push({ term, fit: 'narrower', steps: down });
    else if (up > 0) related.push({ term, fit: 'broader', steps: up });
  }
  return related.sort(
    (a, b) => FITS.indexOf(a.fit) - FITS.indexOf(b.fit) || a.steps - b.steps || (a.term < b.term ? -1 : 1),
  );
}

/** A term that the taxonomy does not know stands for itself alone. */
function lineageOf(term: string, taxonomy: Pick<Taxonomy, 'lineage'>): readonly string[] {
  const lineage = taxonomy.lineage(term);
  return lineage.length > 0 ? lineage : [term];
}
