/** Rows by key, the least on top; of equal ones the first that came. */
export interface RowHeap {
  push(row: number, key: number): void;
  /** -1 where there is none. */
  topRow(): number;
  topKey(): number;
  pop(): void;
}

export function rowHeap(): RowHeap {
  const rows: number[] = [];
  const keys: number[] = [];
  const put = (at: number, row: number, key: number) => {
    rows[at] = row;
    keys[at] = key;
  };
  return {
    push(row, key) {
      let at = rows.length;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (keys[up]! <= key) break;
        put(at, rows[up]!, keys[up]!);
        at = up;
      }
      put(at, row, key);
    },
    topRow: () => rows[0] ?? -1,
    topKey: () => keys[0] ?? Number.POSITIVE_INFINITY,
    pop() {
      const [row, key] = [rows.pop()!, keys.pop()!];
      const count = rows.length;
      if (count === 0) return;
      let at = 0;
      for (let down = 1; down < count; down = 2 * at + 1) {
        if (down + 1 < count && keys[down + 1]! < keys[down]!) down++;
        if (keys[down]! >= key) break;
        put(at, rows[down]!, keys[down]!);
        at = down;
      }
      put(at, row, key);
    },
  };
}
