import { blockKeys } from './block-keys.ts';
import type { Commonness } from './commonness.ts';
import type { Comparable } from './comparable.ts';

/** Positions of two records, the smaller first. */
export type Pair = readonly [number, number];

/**
 * Which records are worth comparing: those that share a key. A key that more than `largest` have is split by the other
 * keys of these records, once; what is still more than that has nothing in common but what is common. So the number of
 * pairs is at most the number of keys × largest, and the work near to linear in the records.
 */
export function candidatePairs(records: readonly Comparable[], common: Commonness, largest: number): Pair[] {
  const keysOf = records.map((record) => blockKeys(record, common));
  const pairs = new Set<number>();
  for (const block of blocksOf(records.keys(), keysOf).values()) {
    if (block.length <= largest) addAll(block, records.length, pairs);
    else
      for (const part of blocksOf(block, keysOf).values())
        if (part.length <= largest) addAll(part, records.length, pairs);
  }
  return [...pairs]
    .sort((a, b) => a - b)
    .map((pair) => [Math.floor(pair / records.length), pair % records.length]);
}

function blocksOf(
  positions: Iterable<number>,
  keysOf: readonly (readonly string[])[],
): Map<string, number[]> {
  const blocks = new Map<string, number[]>();
  for (const position of positions)
    for (const key of keysOf[position]!) {
      const block = blocks.get(key);
      if (block) block.push(position);
      else blocks.set(key, [position]);
    }
  return blocks;
}

function addAll(block: readonly number[], records: number, pairs: Set<number>): void {
  for (let one = 0; one < block.length; one += 1)
    for (let other = one + 1; other < block.length; other += 1)
      pairs.add(block[one]! * records + block[other]!);
}
