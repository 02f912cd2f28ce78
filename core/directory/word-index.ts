/**
 * Which rows have a word that begins in a certain way.
 * Words are kept sorted, so that all with one beginning stand together: a look-up is a binary search and one pass over
 * what it finds.
 */
export interface WordIndex {
  /** Gives a row its words, in place of those that it had. */
  set(row: number, words: readonly string[]): void;
  /** The rows that have, for each of these beginnings, a word that begins so. */
  find(beginnings: readonly string[]): Set<number>;
}

export function createWordIndex(): WordIndex {
  const idByWord = new Map<string, number>();
  const rowsByWord: number[][] = [];
  const wordsByRow: (Uint32Array | undefined)[] = [];
  let sorted: string[] = [];
  let isSorted = true;

  function set(row: number, words: readonly string[]): void {
    for (const id of wordsByRow[row] ?? []) {
      const rows = rowsByWord[id]!;
      rows.splice(rows.indexOf(row), 1);
    }
    const ids = Uint32Array.from(new Set(words), idOf);
    for (const id of ids) rowsByWord[id]!.push(row);
    wordsByRow[row] = ids;
  }

  /** A word that no row has any more stays, with no rows. */
  function idOf(word: string): number {
    const known = idByWord.get(word);
    if (known !== undefined) return known;
    const id = rowsByWord.push([]) - 1;
    idByWord.set(word, id);
    sorted.push(word);
    isSorted = false;
    return id;
  }

  function beginningWith(beginning: string): Set<number> {
    const found = new Set<number>();
    for (let at = firstNotBefore(sorted, beginning); sorted[at]?.startsWith(beginning); at++) {
      for (const row of rowsByWord[idByWord.get(sorted[at]!)!]!) found.add(row);
    }
    return found;
  }

  function find(beginnings: readonly string[]): Set<number> {
    if (!isSorted) sorted = sorted.sort();
    isSorted = true;
    const [first, ...others] = beginnings;
    const found = first === undefined ? new Set<number>() : beginningWith(first);
    for (const other of others) {
      const those = beginningWith(other);
      for (const row of found) if (!those.has(row)) found.delete(row);
    }
    return found;
  }

  return { set, find };
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
