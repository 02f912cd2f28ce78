/**
 * Which items have a word that begins in a certain way.
 * Words are kept sorted, so that all words with one beginning stand together: a look-up is a binary search and one
 * pass over what it finds.
 */
export interface WordIndex<T> {
  add(item: T, words: readonly string[]): void;
  remove(item: T, words: readonly string[]): void;
  /** Items that have, for each of these beginnings, a word that begins so. */
  find(beginnings: readonly string[]): Set<T>;
}

export function createWordIndex<T>(): WordIndex<T> {
  const itemsByWord = new Map<string, T[]>();
  let sorted: string[] = [];
  let isSorted = true;

  function add(item: T, words: readonly string[]): void {
    for (const word of words) {
      const items = itemsByWord.get(word);
      if (items) items.push(item);
      else {
        itemsByWord.set(word, [item]);
        sorted.push(word);
        isSorted = false;
      }
    }
  }

  /** A word that nobody has any more stays in the list, empty. */
  function remove(item: T, words: readonly string[]): void {
    for (const word of words) {
      const items = itemsByWord.get(word);
      const at = items?.indexOf(item) ?? -1;
      if (at >= 0) items?.splice(at, 1);
    }
  }

  function beginningWith(beginning: string): Set<T> {
    const found = new Set<T>();
    for (let at = firstNotBefore(sorted, beginning); sorted[at]?.startsWith(beginning); at++) {
      for (const item of itemsByWord.get(sorted[at]!) ?? []) found.add(item);
    }
    return found;
  }

  function find(beginnings: readonly string[]): Set<T> {
    if (!isSorted) sorted = sorted.sort();
    isSorted = true;
    // The longest is the rarest: what it leaves is all that the others have to be asked about.
    const [first, ...others] = [...beginnings].sort((a, b) => b.length - a.length);
    const found = first === undefined ? new Set<T>() : beginningWith(first);
    for (const other of others) {
      const those = beginningWith(other);
      for (const item of found) if (!those.has(item)) found.delete(item);
    }
    return found;
  }

  return { add, remove, find };
}

/** The first place in a sorted list whose word does not come before this one. */
function firstNotBefore(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
