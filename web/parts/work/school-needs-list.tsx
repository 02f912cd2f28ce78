import { useMemo, useState } from 'preact/hooks';
import { loadSchoolNeeds, type SchoolNeed } from '../../api/schools.ts';
import { useSetting } from '../../state/config.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { Button } from '../button.tsx';
import { DomainBadge } from '../chip.tsx';
import { EmptyState, ErrorState, Skeleton } from '../states.tsx';
import { type Column, type Sorting, Table } from '../table.tsx';
import { sortRows } from './sort-rows.ts';
import { useWork } from './use-work.ts';

const SHOWN_FIRST = 10;

/** What a school's students need and how much of it has a match. Small numbers are said to be hidden. */
export function SchoolNeedsList({ schoolId }: { schoolId: string }) {
  const { t, say, term } = useWork();
  const needs = useLoaded(`needs ${schoolId}`, (signal) => loadSchoolNeeds(schoolId, signal));
  const columns = useNeedColumns(needs.data?.threshold);
  const [all, setAll] = useState(false);
  const [sorting, setSorting] = useState<Sorting>({ key: 'unmet', down: true });
  const rows = useMemo(
    () =>
      sortRows(
        needs.data?.items ?? [],
        (need) => (sorting.key === 'term' ? term(need.term) : need[sorting.key as FigureKey]),
        sorting.down,
        say.locale,
      ),
    [needs.data, sorting, term, say],
  );
  if (!needs.data)
    return needs.problem ? (
      <ErrorState problem={needs.problem} onRetry={needs.reload} />
    ) : (
      <Skeleton lines={5} />
    );
  if (rows.length === 0)
    return (
      <EmptyState title={t('school.noNeeds')}>
        <p>{t('school.noNeedsHelp')}</p>
      </EmptyState>
    );
  const { run, students, threshold: n, countedOn } = needs.data;
  const more = rows.length - SHOWN_FIRST;
  return (
    <div class="needs-table stack-tight">
      <p class="muted">
        {students !== null && `${t('school.needsOf', { students: t('students', { n: students }) })} `}
        {run ? t('school.matchedAt', { date: say.dateTime(run.finishedAt) }) : t('school.neverMatched')}
      </p>
      <Table
        caption={t('school.needs')}
        columns={columns}
        rows={all ? rows : rows.slice(0, SHOWN_FIRST)}
        rowKey={(need) => need.term}
        sorting={sorting}
        onSort={setSorting}
      />
      {more > 0 && (
        <div>
          <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('show.less') : t('show.more', { n: more })}
          </Button>
        </div>
      )}
      {n !== undefined && (
        <p class="muted small">{t('school.needsHidden', { n, date: say.date(`${countedOn}T12:00Z`) })}</p>
      )}
    </div>
  );
}

const FIGURES = ['students', 'urgent', 'matched', 'unmet'] as const;
type FigureKey = (typeof FIGURES)[number];

function useNeedColumns(threshold = 0): Column<SchoolNeed>[] {
  const { t, term, say } = useWork();
  const { terms } = useSetting();
  const labels = {
    students: t('school.studentsWith'),
    urgent: t('school.urgent'),
    matched: t('school.matched'),
    unmet: t('school.unmet'),
  };
  return [
    {
      key: 'term',
      label: t('school.need'),
      sortable: true,
      cell: (need) => (
        <span class="near-name">
          <DomainBadge domain={terms.domainOf(need.term)} size={18} />
          {term(need.term)}
        </span>
      ),
    },
    ...FIGURES.map((key) => ({
      key,
      label: labels[key],
      figure: true,
      sortable: true,
      cell: (need: SchoolNeed) =>
        need[key] === null ? (
          <span class="muted small">{t('hidden.some', { n: threshold })}</span>
        ) : (
          <span class={key === 'unmet' && need[key] > 0 ? 'unmet' : ''}>
            {need[key].toLocaleString(say.locale)}
          </span>
        ),
    })),
  ];
}
