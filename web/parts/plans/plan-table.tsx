import { useId } from 'preact/hooks';
import type { PlanRow } from '../../../core/placement/plan.ts';
import { useMedia } from '../../state/use-media.ts';
import { SelectField } from '../field.tsx';
import type { Column, Sorting } from '../table.tsx';
import { WindowedTable } from '../windowed-table.tsx';
import { extend, type Selection, toggle, toggleAll } from './selection.ts';
import { usePlans } from './use-plans.ts';

interface PlanTableProps {
  rows: readonly PlanRow[];
  columns: readonly Column<PlanRow>[];
  sorting: Sorting;
  onSort(sorting: Sorting): void;
  selection: Selection;
  onSelection(selection: Selection): void;
}

/** As in the styles: a line of the table, and a card where the screen is narrow. */
const LINE_HEIGHT = 60;
const CARD_HEIGHT = 224;
export const NARROW = '(max-width: 899px)';

/** All rows that are shown: a table, or cards where it would not fit. */
export function PlanTable({ rows, columns, sorting, onSort, selection, onSelection }: PlanTableProps) {
  const { t, work } = usePlans();
  const narrow = useMedia(NARROW);
  const hint = useId();
  const keys = rows.map((row) => row.id);
  const rowLabel = (row: PlanRow) => t('rows.choose', { row: `${row.localId}, ${work.term(row.term)}` });
  return (
    <div class="plan-table no-print">
      {narrow && <SortSelect columns={columns} sorting={sorting} onSort={onSort} />}
      <WindowedTable
        caption={t('rows.caption')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowHeight={narrow ? CARD_HEIGHT : LINE_HEIGHT}
        sorting={sorting}
        onSort={onSort}
        describedBy={hint}
        choice={{
          chosen: selection.chosen,
          allLabel: t('rows.chooseAll'),
          rowLabel,
          onToggle: (key) => onSelection(toggle(selection, key)),
          onExtend: (from, to) => onSelection(extend(selection, keys, { from, to })),
          onAll: () => onSelection(toggleAll(selection, keys)),
        }}
      />
      <p id={hint} class="muted small plan-keys">
        {t('rows.keys')}
      </p>
    </div>
  );
}

/** Cards have no head to press. */
function SortSelect({ columns, sorting, onSort }: Pick<PlanTableProps, 'columns' | 'sorting' | 'onSort'>) {
  const { t } = usePlans();
  return (
    <SelectField
      label={t('rows.sort')}
      value={sorting.key}
      options={columns.map(({ key, label }) => ({ value: key, label }))}
      onChange={(key) => onSort({ key, down: key === 'urgency' || key === 'score' })}
    />
  );
}
