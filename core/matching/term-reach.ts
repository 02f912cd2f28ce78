import { type KdTree, kdTree } from '../geo/k-d-tree.ts';
import type { OfferColumns } from './offer-columns.ts';
import type { Candidate, TermIndex } from './term-index.ts';

/** The candidates of a wished term, laid out so that those within reach are found without asking the others. */
export interface TermReach {
  candidates: readonly Candidate[];
  /** Over the candidates, in their order. */
  tree: KdTree;
  /** One offer for each distinct set of access rules among the candidates, and how many have that set. */
  accessRules: readonly { offer: number; count: number }[];
}

/** Laid out when a term is first wished, and then kept. */
export function termReach(columns: OfferColumns, index: TermIndex): (term: string) => TermReach {
  const kept = new Map<string, TermReach>();
  return (term) => {
    const reach = kept.get(term) ?? layOut(index.candidates(term), columns);
    kept.set(term, reach);
    return reach;
  };
}

function layOut(candidates: readonly Candidate[], { points, access }: OfferColumns): TermReach {
  const rules = new Map<number, { offer: number; count: number }>();
  for (const { offer } of candidates) {
    const rule = rules.get(access.of[offer]!);
    if (rule) rule.count++;
    else rules.set(access.of[offer]!, { offer, count: 1 });
  }
  const column = (values: Float64Array) => Float64Array.from(candidates, ({ offer }) => values[offer]!);
  const tree = kdTree({ x: column(points.x), y: column(points.y), z: column(points.z) });
  return { candidates, tree, accessRules: [...rules.values()] };
}
