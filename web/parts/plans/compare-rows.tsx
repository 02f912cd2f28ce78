import { useMemo, useState } from 'preact/hooks';
import type { ChangeKind, PlanDifference } from '../../../core/placement/compare-plans.ts';
import type { PlanRow } from '../../../core/placement/plan.ts';
import type { ComparedPlans } from '../../api/plans.ts';
import { useMedia } from '../../state/use-media.ts';
import { SelectField } from '../field.tsx';
import type { Column, Sorting } from '../table.tsx';
import { WindowedTable } from '../windowed-table.tsx';
import { sortRows } from '../work/sort-rows.ts';
import { NeedCell, PlaceCell, StudentCell } from './plan-cells.tsx';
import { NARROW } from './plan-table.tsx';
import { usePlans } from './use-plans.ts';

/** In the order in which they matter to people. */
const CHANGES = [
  'gained',
  'lost',
  'moved',
  'decided',
  'rescored',
  'added',
  'gone',
] as const satisfies ChangeKind[];

const LINE_HEIGHT = 60;
const CARD_HEIGHT = 224;

/** The needs that are not the same in both plans. */
export function CompareRows({ comparison }: { comparison: ComparedPlans }) {
  const { t, say } = usePlans();
  const [only, setOnly] = useState<ChangeKind | null>(null);
  const [sorting, setSorting] = useState<Sorting>({ key: 'change', down: false });
  const narrow = useMedia(NARROW);
  const columns = useColumns(comparison);
  const rows = useMemo(() => {
    const shown = comparison.rows.filter((row) => only === null || row.kind === only);
    return sortRows(shown, (row) => sortValueOf(row, sorting.key, comparison), sorting.down, say.locale);
  }, [comparison, only, sorting, say.locale]);
  const kinds = CHANGES.filter((change) => comparison.counts[change] > 0);
  return (
    <section class="section" aria-labelledby="compare-rows">
      <div class="section-head">
        <h2 id="compare-rows">{t('compare.rows')}</h2>
        <div class="no-print">
          <SelectField
            label={t('compare.kind')}
            value={only ?? ''}
            options={[
              { value: '', label: t('filter.all') },
              ...kinds.map((value) => ({ value, label: t(`compare.kind.${value}`) })),
            ]}
            onChange={(value) => setOnly(kinds.find((known) => known === value) ?? null)}
          />
        </div>
      </div>
      <p role="status">{t('compare.rowsCount', { n: rows.length })}</p>
      <div class="plan-table compare-table">
        <WindowedTable
          caption={t('compare.rows')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowHeight={narrow ? CARD_HEIGHT : LINE_HEIGHT}
          sorting={sorting}
          onSort={setSorting}
        />
      </div>
    </section>
  );
}

function useColumns({ a, b, offers, schools }: ComparedPlans): Column<PlanDifference>[] {
  const { t, work } = usePlans();
  const place = (row: PlanRow | null) =>
    row ? <PlaceCell row={row} offer={offers[row.offerId ?? '']} /> : <span class="muted">–</span>;
  const plan = (number: number) => t('compare.in', { plan: t('plan.number', { number: String(number) }) });
  return [
    {
      key: 'number',
      label: t('rows.student'),
      sortable: true,
      width: '100px',
      cell: (row) => <StudentCell row={oneOf(row)} />,
    },
    {
      key: 'school',
      label: t('rows.school'),
      sortable: true,
      width: '15%',
      cell: (row) => <span class="one-line">{schools[oneOf(row).schoolId]?.name}</span>,
    },
    {
      key: 'term',
      label: t('rows.need'),
      sortable: true,
      width: '17%',
      cell: (row) => <NeedCell row={oneOf(row)} />,
    },
    {
      key: 'urgency',
      label: t('rows.urgency'),
      sortable: true,
      width: '104px',
      cell: (row) => {
        const { urgency } = oneOf(row);
        return <span class={`urgency-${urgency}`}>{work.t(`urgency.${urgency}`)}</span>;
      },
    },
    { key: 'place-a', label: plan(a.number), cell: (row) => place(row.a) },
    { key: 'place-b', label: plan(b.number), cell: (row) => place(row.b) },
    {
      key: 'change',
      label: t('compare.kind'),
      sortable: true,
      width: '140px',
      cell: (row) => t(`compare.kind.${row.kind}`),
    },
  ];
}

/** The need itself is the same in both. */
function oneOf({ a, b }: PlanDifference): PlanRow {
  return (b ?? a)!;
}

function sortValueOf(row: PlanDifference, key: string, { schools }: ComparedPlans): string | number {
  const one = oneOf(row);
  if (key === 'number') return one.localId;
  if (key === 'school') return schools[one.schoolId]?.name ?? '';
  if (key === 'term') return one.term;
  return key === 'urgency' ? one.urgency : CHANGES.indexOf(row.kind);
}
