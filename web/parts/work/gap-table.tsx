import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { GapRow, NamedOffer } from '../../../core/gaps/gap.ts';
import { ShareBar } from '../progress-bar.tsx';
import { type Column, type Sorting, Table } from '../table.tsx';
import { NearestLink } from './nearest-link.tsx';
import { type SortValue, sortRows } from './sort-rows.ts';
import { useWork } from './use-work.ts';

interface GapTableProps {
  caption: string;
  placeLabel: string;
  rows: readonly GapRow[];
  threshold: number;
  nearest: readonly NamedOffer[];
  nameOf(row: GapRow): string;
  active: string | null;
  onHover(id: string | null): void;
  onSelect(id: string | null): void;
  selected: string | null;
}

/** The figures of the map. The worst stands on top until somebody sorts otherwise. */
export function GapTable(props: GapTableProps) {
  const { caption, rows, nameOf, active, onHover, selected } = props;
  const { say } = useWork();
  const [sorting, setSorting] = useState<Sorting>({ key: 'share', down: false });
  const columns = useGapColumns(props);
  const sorted = useMemo(
    () => sortRows(rows, (row) => sortValueOf(row, sorting.key, nameOf), sorting.down, say.locale),
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

function useGapColumns({
  rows,
  threshold,
  nearest,
  placeLabel,
  nameOf,
  selected,
  onSelect,
}: GapTableProps): Column<GapRow>[] {
  const { t, say } = useWork();
  const figure = (row: GapRow, value: number | null) =>
    value === null ? <Unsaid row={row} threshold={threshold} /> : value.toLocaleString(say.locale);
  const named = useMemo(() => new Map(nearest.map((offer) => [offer.id, offer])), [nearest]);
  const columns: Column<GapRow>[] = [
    {
      key: 'name',
      label: placeLabel,
      sortable: true,
      cell: (row) => (
        <button
          type="button"
          class="row-button"
          aria-pressed={row.id === selected}
          onClick={() => onSelect(row.id === selected ? null : row.id)}
        >
          {nameOf(row)}
        </button>
      ),
    },
    {
      key: 'students',
      label: t('gaps.students'),
      figure: true,
      sortable: true,
      cell: (row) => figure(row, row.students),
    },
    {
      key: 'share',
      label: t('gaps.covered'),
      figure: true,
      sortable: true,
      cell: (row) =>
        row.share === null ? (
          <Unsaid row={row} threshold={threshold} end={row.end} />
        ) : (
          <span class="share-cell">
            <ShareBar share={row.share} />
            <span>{say.percent(row.share)}</span>
          </span>
        ),
    },
    {
      key: 'nearest',
      label: t('gaps.nearest'),
      figure: true,
      sortable: true,
      cell: (row) => (row.nearestMinutes === null ? '–' : Math.round(row.nearestMinutes)),
    },
  ];
  const place: Column<GapRow> = {
    key: 'place',
    label: t('gaps.nearestPlace'),
    cell: (row) => <NearestLink offer={named.get(row.nearestOfferId ?? '')} />,
  };
  // Where no unmet need may be told, a column that says so in each row says nothing.
  if (rows.every((row) => row.unmet === null || row.students === 0)) return [...columns, place];
  const unmet = (row: GapRow) => figure(row, row.unmet);
  return [
    ...columns,
    { key: 'unmet', label: t('gaps.unmetColumn'), figure: true, sortable: true, cell: unmet },
    place,
  ];
}

interface UnsaidProps {
  row: GapRow;
  threshold: number;
  end?: GapRow['end'];
}

function Unsaid({ row, threshold: n, end = null }: UnsaidProps) {
  const { t } = useWork();
  const word = end === 'most' ? t('hidden.most', { n }) : row.hidden ? t('hidden', { n }) : t('noData');
  return <span class="muted small">{word}</span>;
}

function sortValueOf(row: GapRow, key: string, nameOf: (row: GapRow) => string): SortValue {
  if (key === 'students') return row.students;
  if (key === 'share') return row.share ?? endOf(row);
  if (key === 'nearest') return row.nearestMinutes;
  return key === 'unmet' ? row.unmet : nameOf(row);
}

/** Where only the end is told, it sorts as that end. */
function endOf({ end }: GapRow): number | null {
  return end === null ? null : Number(end === 'most');
}
