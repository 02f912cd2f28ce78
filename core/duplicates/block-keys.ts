import { type Commonness, rarity } from './commonness.ts';
import type { Comparable } from './comparable.ts';

/** Words of a name by which it is looked for: its rarest. */
const WORDS = 3;
/** About 200 m: neighbours in one cell, or in the one beside it by half a cell. */
const CELL = 0.002;

/**
 * Under which keys a record is laid down; only records that share one are compared. Several kinds of keys, because a
 * duplicate differs in some of them: a name with a typing error keeps its telephone, a moved office its name.
 */
export function blockKeys(record: Comparable, common: Commonness): string[] {
  const keys = new Set<string>();
  for (const name of record.names) {
    const rarest = [...name]
      .sort((a, b) => rarity(common, b) - rarity(common, a) || (a < b ? -1 : 1))
      .slice(0, WORDS);
    keys.add(`whole ${[...name].sort().join(' ')}`);
    for (const word of rarest) keys.add(`word ${word}`);
    const [first, second, third] = rarest;
    if (second) keys.add(`words ${[first, second].sort().join(' ')}`);
    if (third) keys.add(`words ${[first, third].sort().join(' ')}`);
  }
  for (const phone of record.phones) keys.add(`phone ${phone}`);
  for (const { page } of record.webs) keys.add(`web ${page}`);
  for (const email of record.emails) keys.add(`email ${email}`);
  for (const { number, street } of record.streets) if (number) keys.add(`street ${number} ${street}`);
  for (const [lon, lat] of record.points)
    for (const shift of [0, 0.5])
      keys.add(`cell${shift} ${Math.floor(lon / CELL + shift)} ${Math.floor(lat / CELL + shift)}`);
  return [...keys];
}
