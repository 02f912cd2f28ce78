import { useState } from 'preact/hooks';
import type { RetentionItem, RetentionReport } from '../../../core/retention/retention-report.ts';
import { Button } from '../button.tsx';
import { EmptyState } from '../states.tsx';
import { type Column, Table } from '../table.tsx';
import { kindWords, type SayRetention, useRetention } from './use-retention.ts';
import { useWork, type Work } from './use-work.ts';

/** Rows at first: two weeks or more. */
const FIRST = 30;

/** What one clearing deleted of one kind; without an item, of nothing. */
interface Line {
  report: RetentionReport;
  item?: RetentionItem;
}

/** What was deleted when, the newest first. */
export function RetentionReports({ reports }: { reports: readonly RetentionReport[] }) {
  const t = useRetention();
  const { t: tell, say } = useWork();
  const [all, setAll] = useState(false);
  const lines = reports.flatMap(linesOf);
  return (
    <div class="section">
      <h2>{t('reports')}</h2>
      {lines.length === 0 ? (
        <EmptyState title={t('reports.none')}>
          <p>{t('reports.noneHelp')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('reports')}
          columns={columnsOf(t, say)}
          rows={all ? lines : lines.slice(0, FIRST)}
          rowKey={({ report, item }) => `${report.id} ${item?.kind}`}
        />
      )}
      {!all && lines.length > FIRST && (
        <p class="no-print">
          <Button onClick={() => setAll(true)}>{tell('show.more', { n: lines.length - FIRST })}</Button>
        </p>
      )}
    </div>
  );
}

/** Kinds of which nothing was deleted are in the file to take along, not in the table. */
function linesOf(report: RetentionReport): Line[] {
  const items = report.items.filter(({ deleted }) => deleted > 0);
  return items.length > 0 ? items.map((item) => ({ report, item })) : [{ report }];
}

function columnsOf(t: SayRetention, say: Work['say']): Column<Line>[] {
  return [
    {
      key: 'when',
      label: t('reports.when'),
      cell: ({ report: { startedAt, finishedAt } }) =>
        finishedAt === undefined
          ? t('reports.open', { date: say.dateTime(startedAt) })
          : say.dateTime(startedAt),
    },
    {
      key: 'what',
      label: t('reports.what'),
      cell: ({ item }) => (item ? kindWords(item.kind, t) : t('reports.nothing')),
    },
    { key: 'count', label: t('reports.count'), figure: true, cell: ({ item }) => item?.deleted ?? 0 },
    {
      key: 'oldest',
      label: t('reports.oldest'),
      cell: ({ item }) => (item?.oldest === undefined ? '–' : say.date(item.oldest)),
    },
  ];
}
