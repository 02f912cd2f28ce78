import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useKeptScroll } from '../state/use-kept-scroll.ts';
import { rowWindow } from './row-window.ts';
import { type Column, HeadCell, type Sorting } from './table.tsx';
import { useRowFocus } from './use-row-focus.ts';
import { useSeen } from './use-seen.ts';
import { WindowedRow } from './windowed-row.tsx';

/** Which rows are chosen, and what choosing does. */
export interface RowChoice<Row> {
  chosen: ReadonlySet<string>;
  allLabel: string;
  rowLabel(row: Row): string;
  onToggle(key: string): void;
  /** All from the row that was chosen last (or from the one where one is) to this one. */
  onExtend(from: string, to: string): void;
  onAll(): void;
}

export interface WindowedTableProps<Row> {
  caption: string;
  /** The first column names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** Pixels; every row is exactly as high. */
  rowHeight: number;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
  choice?: RowChoice<Row>;
  activeRow?: string | null;
  onRowHover?: (key: string | null) => void;
  /** The id of what explains the keys. */
  describedBy?: string;
}

const SPARE_ROWS = 6;

/**
 * A table of any length: only the rows that one sees are in the page, and the one with the focus. It is one stop for
 * the Tab key; within it arrow keys, Page Up, Page Down, Home and End move, the space bar chooses, Enter follows the
 * row's first link, and Tab goes on to what can be pressed in the row.
 */
export function WindowedTable<Row>(props: WindowedTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHeight, sorting, onSort, choice, describedBy } = props;
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame, rowHeight);
  const focus = useRowFocus(props, frame);
  useKeptScroll(frame, rows.length > 0);
  return (
    <div class="table-frame windowed" ref={frame} style={{ '--row-height': `${rowHeight}px` }}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the focus is a grid
        role="grid"
        aria-label={caption}
        aria-describedby={describedBy}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={choice ? true : undefined}
      >
        <colgroup>
          {choice && <col style={{ width: '44px' }} />}
          {columns.map(({ key, width }) => (
            <col key={key} style={width ? { width } : {}} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {choice && <ChooseAll choice={choice} keys={rows.map(rowKey)} />}
            {columns.map((column) => (
              <HeadCell
                key={column.key}
                column={column}
                {...(sorting && { sorting })}
                {...(onSort && { onSort })}
              />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={focus.onKeyDown} onFocusIn={focus.onFocusIn}>
          {drawnRows(props, seen, focus.current)}
        </tbody>
      </table>
    </div>
  );
}

/** The rows of the window with gaps as high as what is left out, all in one list: a row that stays is never moved. */
function drawnRows<Row>(
  props: WindowedTableProps<Row>,
  seen: { top: number; height: number },
  current: number,
): JSX.Element[] {
  const { rows, rowKey, rowHeight, columns, choice } = props;
  const spans = rowWindow({ rows: rows.length, rowHeight, spare: SPARE_ROWS, keep: current, ...seen });
  const drawn: JSX.Element[] = [];
  let next = 0;
  const leaveOut = (to: number) => {
    if (to > next)
      drawn.push(
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a gap takes the focus
        <tr key={`gap before ${to}`} aria-hidden="true">
          <td
            colSpan={columns.length + (choice ? 1 : 0)}
            class="row-gap"
            style={{ height: `${(to - next) * rowHeight}px` }}
          />
        </tr>,
      );
  };
  for (const { from, to } of spans) {
    leaveOut(from);
    for (let index = from; index < to; index++) {
      const row = rows[index]!;
      const reachable = index === current;
      drawn.push(<WindowedRow key={rowKey(row)} {...{ ...props, row, index, reachable }} />);
    }
    next = to;
  }
  leaveOut(rows.length);
  return drawn;
}

function ChooseAll<Row>({ choice, keys }: { choice: RowChoice<Row>; keys: readonly string[] }) {
  const chosen = keys.filter((key) => choice.chosen.has(key)).length;
  return (
    <th scope="col" class="choose-cell">
      <input
        type="checkbox"
        aria-label={choice.allLabel}
        checked={chosen > 0 && chosen === keys.length}
        ref={(box) => {
          if (box) box.indeterminate = chosen > 0 && chosen < keys.length;
        }}
        onChange={choice.onAll}
      />
    </th>
  );
}
