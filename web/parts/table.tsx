import type { ComponentChildren } from 'preact';
import { Glyph } from './glyph.tsx';

export interface Column<Row> {
  key: string;
  label: string;
  /** Figures stand to the right, one below the other. */
  figure?: boolean;
  sortable?: boolean;
  /** Where all rows are of one height, columns have fixed widths; without one, it takes what is left. */
  width?: string;
  cell(row: Row): ComponentChildren;
}

export interface Sorting {
  key: string;
  down: boolean;
}

interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  sorting?: Sorting | undefined;
  onSort?: (sorting: Sorting) => void;
  /** Ties a row to a pin: the row that is pointed at or chosen. */
  activeRow?: string | null;
  onRowHover?: (key: string | null) => void;
}

/** A table whose head stays in sight. The first column names the row. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, columns, rows, rowKey, activeRow, onRowHover } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section class="table-frame" tabIndex={0} aria-label={caption}>
      <table>
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row);
            return (
              <tr
                key={key}
                class={key === activeRow ? 'row-active' : ''}
                onMouseEnter={() => onRowHover?.(key)}
                onMouseLeave={() => onRowHover?.(null)}
              >
                {columns.map((column, index) => (
                  <BodyCell key={column.key} column={column} row={row} head={index === 0} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

type HeadCellProps<Row> = { column: Column<Row> } & Pick<TableProps<Row>, 'sorting' | 'onSort'>;

export function HeadCell<Row>({ column, sorting, onSort }: HeadCellProps<Row>) {
  const sorted = sorting?.key === column.key;
  const direction = sorted ? (sorting.down ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" class={column.figure ? 'figure' : ''} aria-sort={direction}>
      {column.sortable && onSort ? (
        <button
          type="button"
          class={`sort-button ${sorted && !sorting.down ? 'sort-up' : ''}`}
          onClick={() => onSort({ key: column.key, down: sorted ? !sorting.down : (column.figure ?? false) })}
        >
          {column.label}
          {sorted && <Glyph name="chevron-down" size={16} />}
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}

function BodyCell<Row>({ column, row, head }: { column: Column<Row>; row: Row; head: boolean }) {
  const look = column.figure ? 'figure' : '';
  if (head)
    return (
      <th scope="row" class={look}>
        {column.cell(row)}
      </th>
    );
  return <td class={look}>{column.cell(row)}</td>;
}
