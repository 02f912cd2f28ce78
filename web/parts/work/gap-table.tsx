import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GapResult, GapRow } from '../../../core/gaps/gap.ts';
import { type Sorting, Table } from '../table.tsx';
import { methodOf } from './access-words.ts';
import { betterOf } from './gap-classes.ts';
import { gapSortValue, useGapColumns } from './gap-columns.tsx';
import { sortRows } from './sort-rows.ts';
import { useWork } from './use-work.ts';

interface GapTableProps {
  caption: string;
  placeLabel: string;
  rows: readonly GapRow[];
  result: GapResult;
  nameOf(row: GapRow): string;
  active: string | null;
  onHover(id: string | null): void;
  onSelect(id: string | null): void;
  selected: string | null;
}

/** The figures of the map. The worst stands on top until somebody sorts otherwise. */
export function GapTable(props: GapTableProps) {
  const { caption, rows, result, nameOf, active, onHover, selected } = props;
  const { say } = useWork();
  const [sorting, setSorting] = useState<Sorting>(() => worstFirst(result));
  const columns = useGapColumns(props);
  const sorted = useMemo(
    () => sortRows(rows, (row) => gapSortValue(row, sorting.key, nameOf), sorting.down, say.locale),
    [rows, sorting, nameOf, say],
  );
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.querySelector('.row-active')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <div ref={frame} class="gap-table">
      <Table
        caption={caption}
        columns={columns}
        rows={sorted}
        rowKey={(row) => row.id}
        sorting={sorting}
        onSort={setSorting}
        activeRow={active ?? selected}
        onRowHover={onHover}
      />
    </div>
  );
}

function worstFirst({ params, access }: GapResult): Sorting {
  if (!access) return { key: 'share', down: false };
  return { key: 'access', down: betterOf(methodOf(params)) === 'less' };
}
