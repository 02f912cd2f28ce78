import { useLayoutEffect, useRef } from 'preact/hooks';
import type { WindowedTableProps } from './windowed-table.tsx';

interface WindowedRowProps<Row> extends WindowedTableProps<Row> {
  row: Row;
  index: number;
  /** The one row, and what can be pressed in it, that the Tab key reaches. */
  reachable: boolean;
}

export function WindowedRow<Row>(props: WindowedRowProps<Row>) {
  const { columns, row, index, rowKey, choice, activeRow, onRowHover, reachable } = props;
  const element = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => {
    for (const control of element.current?.querySelectorAll<HTMLElement>('a, button, input') ?? [])
      control.tabIndex = reachable ? 0 : -1;
  });
  const key = rowKey(row);
  const chosen = choice?.chosen.has(key);
  return (
    <tr
      ref={element}
      tabIndex={reachable ? 0 : -1}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      class={key === activeRow || chosen ? 'row-active' : ''}
      onMouseEnter={() => onRowHover?.(key)}
      onMouseLeave={() => onRowHover?.(null)}
    >
      {choice && (
        <td class="choose-cell">
          <input
            type="checkbox"
            aria-label={choice.rowLabel(row)}
            checked={chosen ?? false}
            onClick={(event) => {
              if (event.shiftKey) choice.onExtend(key, key);
              else choice.onToggle(key);
            }}
          />
        </td>
      )}
      {columns.map((column, at) => {
        const look = `cell-${column.key} ${column.figure ? 'figure' : ''}`;
        return at === 0 ? (
          <th key={column.key} scope="row" class={look}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} class={look}>
            {column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}
