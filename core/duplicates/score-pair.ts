import type { Commonness } from './commonness.ts';
import type { Comparable } from './comparable.ts';
import { COMPARE } from './compare-fields.ts';
import {
  DUPLICATE_FIELDS,
  type DuplicateField,
  type DuplicateKind,
  type DuplicateRules,
} from './duplicate-rules.ts';

/** One thing that speaks for or against two records' being the same. */
export interface DuplicateReason {
  field: DuplicateField;
  level: string;
  /** How much it says: each bit doubles the odds; below zero it speaks against. Rounded to tenths. */
  bits: number;
  km?: number;
}

export interface PairScore {
  /** From 0 to 1: how probable it is that they are the same, as far as the rules know. */
  probability: number;
  reasons: DuplicateReason[];
}

/** Compares two records in everything that both tell, and adds up what it says. */
export function scorePair(
  kind: DuplicateKind,
  a: Comparable,
  b: Comparable,
  common: Commonness,
  rules: DuplicateRules,
): PairScore {
  const { prior, fields } = rules.kinds[kind];
  const reasons = DUPLICATE_FIELDS.flatMap((field): DuplicateReason[] => {
    const weights = fields[field];
    const found = weights && COMPARE[field](a, b, common, rules);
    const weight = found && weights[found.level];
    if (!weight) return [];
    // What many have in common by chance says only as much as it is rare (Winkler's frequency-based weights).
    const u = weight.u < weight.m ? Math.min(weight.m, Math.max(weight.u, found.commonly ?? 0)) : weight.u;
    const bits = Math.log2(weight.m / u);
    return [{ field, level: found.level, bits, ...(found.km !== undefined && { km: found.km }) }];
  });
  const weighed = toldOnce(reasons, rules.kinds[kind], rules.repeatedShare);
  const odds = Math.log2(prior / (1 - prior)) + weighed.reduce((sum, { bits }) => sum + bits, 0);
  return {
    probability: 1 / (1 + 2 ** -odds),
    reasons: weighed.map((reason) => ({ ...reason, bits: Math.round(reason.bits * 10) / 10 })),
  };
}

/** Fields that tell of one fact count as one: the one that says most in full, the others in part; for and against apart. */
function toldOnce(
  reasons: readonly DuplicateReason[],
  { groups, outweighed }: DuplicateRules['kinds'][DuplicateKind],
  share: number,
): DuplicateReason[] {
  const bitsOf = new Map<string, number>(reasons.map(({ field, bits }) => [field, bits]));
  const signOf = (field: string) => Math.sign(bitsOf.get(field) ?? 0);
  for (const [one, other] of outweighed)
    if (signOf(one) < 0 && signOf(other) > 0) bitsOf.set(other, bitsOf.get(other)! * share);
  for (const group of groups)
    for (const sign of [1, -1]) {
      const told = group.filter((field) => signOf(field) === sign);
      const most = Math.max(...told.map((field) => Math.abs(bitsOf.get(field)!)));
      const inPart = told.filter((field) => Math.abs(bitsOf.get(field)!) < most);
      for (const field of inPart) bitsOf.set(field, bitsOf.get(field)! * share);
    }
  return reasons.map((reason) => ({ ...reason, bits: bitsOf.get(reason.field)! }));
}
