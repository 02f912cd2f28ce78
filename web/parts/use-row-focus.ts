import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { rowAfterKey, scrollToRow } from './row-window.ts';
import type { WindowedTableProps } from './windowed-table.tsx';

/** The one row of a long table that the keyboard is at, and how keys move it. */
export function useRowFocus<Row>(
  { rows, rowKey, rowHeight, choice }: WindowedTableProps<Row>,
  frame: { current: HTMLElement | null },
) {
  const [key, setKey] = useState<string | null>(null);
  const moved = useRef(false);
  const found = key === null ? 0 : rows.findIndex((row) => rowKey(row) === key);
  const current = Math.max(0, found);

  useLayoutEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    frame.current?.querySelector<HTMLElement>(`tr[data-index="${current}"]`)?.focus({ preventScroll: true });
  });

  function moveTo(index: number): void {
    const row = rows[index];
    const element = frame.current;
    if (row === undefined || !element) return;
    const head = element.querySelector('thead')?.clientHeight ?? 0;
    const seen = { rowHeight, top: element.scrollTop, height: element.clientHeight - head };
    element.scrollTop = scrollToRow(index, seen);
    moved.current = true;
    setKey(rowKey(row));
  }

  return {
    current,
    onFocusIn(event: FocusEvent): void {
      const index = indexOf(event.target);
      if (index !== null && rows[index] !== undefined) setKey(rowKey(rows[index]));
    },
    onKeyDown(event: KeyboardEvent): void {
      const index = indexOf(event.target);
      const row = index === null ? undefined : rows[index];
      if (index === null || row === undefined) return;
      const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 1);
      const next = rowAfterKey(event.key, index, rows.length, page);
      const onRow = event.target instanceof HTMLTableRowElement;
      if (next !== null) {
        if (event.shiftKey && choice) choice.onExtend(rowKey(row), rowKey(rows[next]!));
        moveTo(next);
      } else if (event.key === ' ' && onRow && choice) choice.onToggle(rowKey(row));
      else if (event.key === 'Enter' && onRow) event.target.querySelector('a')?.click();
      else return;
      event.preventDefault();
    },
  };
}

function indexOf(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('tr[data-index]') : null;
  return row ? Number(row.dataset.index) : null;
}
