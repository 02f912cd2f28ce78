import { candidatePairs, type Pair } from './candidate-pairs.ts';
import { countCommon } from './commonness.ts';
import type { Comparable } from './comparable.ts';
import type { DuplicateKind, DuplicateRules } from './duplicate-rules.ts';
import { type PairScore, scorePair } from './score-pair.ts';

export interface DuplicateFinder {
  /** Pairs worth comparing, as positions in the list of records. */
  candidates: readonly Pair[];
  score(pair: Pair): PairScore;
}

/** Finds what is twice among records of one kind. Their order makes no difference but to the positions. */
export function duplicateFinder(
  kind: DuplicateKind,
  records: readonly Comparable[],
  rules: DuplicateRules,
): DuplicateFinder {
  const common = countCommon(records);
  return {
    candidates: candidatePairs(records, common, rules.largestBlock),
    score: ([one, other]) => scorePair(kind, records[one]!, records[other]!, common, rules),
  };
}
