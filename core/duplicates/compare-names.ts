import { type Commonness, rarity } from './commonness.ts';
import type { DuplicateRules, LEVELS } from './duplicate-rules.ts';
import { jaroWinkler } from './jaro-winkler.ts';

export type NameLevel = (typeof LEVELS.name)[number];
type Name = readonly string[];
type Thresholds = Pick<DuplicateRules, 'tokensAlikeFrom' | 'namesAlikeFrom' | 'namesPartlyFrom'>;

const ORDER: readonly NameLevel[] = ['same', 'alike', 'within', 'partly', 'other'];

/**
 * The best that any two names of two records come to; undefined where one has none. Other names of both being the same
 * says little by itself: many services go by the name of one program.
 */
export function compareNames(
  a: readonly Name[],
  b: readonly Name[],
  common: Commonness,
  rules: Thresholds,
): NameLevel | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  let best = ORDER.length - 1;
  for (const [i, one] of a.entries())
    for (const [j, other] of b.entries()) {
      const level = ORDER.indexOf(compareTwo(one, other, common, rules));
      best = Math.min(best, i > 0 && j > 0 ? Math.max(level, ORDER.indexOf('partly')) : level);
    }
  // The same first name with quite other names beside it is often a kind of service that one body gives twice.
  const others = a.length > 1 && b.length > 1 && compareTwo(a[1]!, b[1]!, common, rules) === 'other';
  return ORDER[others && best === 0 ? 1 : best];
}

function compareTwo(a: Name, b: Name, common: Commonness, rules: Thresholds): NameLevel {
  if (a.length === b.length && a.every((word) => b.includes(word))) return 'same';
  if (isInitials(a, b) || isInitials(b, a)) return 'alike';
  // "Engine 15" and "Engine 16" are as alike as words can be, and two.
  if (haveOtherNumbers(a, b)) return 'other';
  const weight = (word: string) => rarity(common, word);
  const { likeness, within } = softLikeness(a, b, weight, rules.tokensAlikeFrom);
  if (likeness >= rules.namesAlikeFrom) return 'alike';
  if (within) return 'within';
  return likeness >= rules.namesPartlyFrom ? 'partly' : 'other';
}

/**
 * Cosine of two names over their words, each as heavy as it is rare, where words that are nearly the same count as far as
 * they are (SoftTFIDF: W. W. Cohen, P. Ravikumar, S. E. Fienberg, IIWeb 2003). `within`: all of one stands in the other, and
 * that is at least two words or a rare one.
 */
function softLikeness(a: Name, b: Name, weight: (word: string) => number, from: number) {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  let shared = 0;
  let found = 0;
  for (const word of few) {
    let best = 0;
    let partner = '';
    for (const other of many) {
      const likeness = word === other ? 1 : mayBeTypo(word, other) ? jaroWinkler(word, other) : 0;
      if (likeness >= from && likeness > best) [best, partner] = [likeness, other];
    }
    if (best === 0) continue;
    found += 1;
    shared += weight(word) * weight(partner) * best;
  }
  const likeness = shared / (lengthOf(few, weight) * lengthOf(many, weight));
  const rare = few.length > 1 || few.some((word) => weight(word) > RARE_BITS);
  return { likeness, within: found === few.length && rare };
}

/** A word that one in 64 records has says who it is even alone. */
const RARE_BITS = 6;

/** Numbers and short words are what they are. */
function mayBeTypo(a: string, b: string): boolean {
  return a.length > 3 && b.length > 3 && !/\d/.test(a) && !/\d/.test(b);
}

function lengthOf(name: Name, weight: (word: string) => number): number {
  return Math.sqrt(name.reduce((sum, word) => sum + weight(word) ** 2, 0));
}

function haveOtherNumbers(a: Name, b: Name): boolean {
  const [mine, theirs] = [a.filter(hasDigit), b.filter(hasDigit)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((word) => theirs.includes(word));
}

function hasDigit(word: string): boolean {
  return /\d/.test(word);
}

/** "cfsa" stands for child, family, services, agency. */
function isInitials(short: Name, long: Name): boolean {
  const [only] = short;
  return short.length === 1 && long.length >= 3 && only === long.map((word) => word[0]).join('');
}
