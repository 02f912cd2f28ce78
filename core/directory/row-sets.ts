/** Which rows carry a key, for keys of which a row has a few: terms, languages, places. */
export interface RowSets {
  /** Gives a row its keys, in place of those that it had. */
  set(row: number, keys: readonly string[]): void;
  get(key: string): ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

export function createRowSets(): RowSets {
  const rowsByKey = new Map<string, Set<number>>();
  const keysByRow: (readonly string[] | undefined)[] = [];

  function set(row: number, keys: readonly string[]): void {
    for (const key of keysByRow[row] ?? []) rowsByKey.get(key)?.delete(row);
    for (const key of keys) {
      const rows = rowsByKey.get(key);
      if (rows) rows.add(row);
      else rowsByKey.set(key, new Set([row]));
    }
    keysByRow[row] = keys;
  }

  return { set, get: (key) => rowsByKey.get(key) ?? NONE };
}
