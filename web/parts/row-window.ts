/** Rows from `from` up to `to`, without `to`. */
export interface Span {
  from: number;
  to: number;
}

export interface RowWindow {
  rows: number;
  /** Pixels, of each row and of what one sees of them. */
  rowHeight: number;
  height: number;
  /** How far one has scrolled, in pixels. */
  top: number;
  /** Rows that are drawn beyond either edge, so that scrolling meets no empty ground. */
  spare: number;
  /** A row that is drawn wherever it lies: it has the focus. */
  keep: number | null;
}

/** Which of many rows are drawn: spans in order, none of them empty, none touching the next. */
export function rowWindow({ rows, rowHeight, height, top, spare, keep }: RowWindow): Span[] {
  const clamp = (row: number) => Math.min(rows, Math.max(0, row));
  const from = clamp(Math.floor(top / rowHeight) - spare);
  const to = clamp(Math.ceil((top + height) / rowHeight) + spare);
  const spans = from < to ? [{ from, to }] : [];
  if (keep === null || keep < 0 || keep >= rows || (keep >= from && keep < to)) return spans;
  if (spans.length > 0 && keep === from - 1) return [{ from: keep, to }];
  if (spans.length > 0 && keep === to) return [{ from, to: keep + 1 }];
  return [...spans, { from: keep, to: keep + 1 }].sort((a, b) => a.from - b.from);
}

/** How far to scroll so that a row is seen whole, below a head that covers the upper edge. */
export function scrollToRow(
  row: number,
  { rowHeight, height, top }: Pick<RowWindow, 'rowHeight' | 'height' | 'top'>,
): number {
  const start = row * rowHeight;
  if (start < top) return start;
  return Math.max(top, start + rowHeight - height);
}

/** Where a key takes the focus, or null for keys that do not move it. */
export function rowAfterKey(key: string, row: number, rows: number, page: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: rows - 1,
  };
  const next = steps[key];
  return next === undefined || rows === 0 ? null : Math.min(rows - 1, Math.max(0, next));
}
