import { useLocation } from 'preact-iso';
import type { JobView } from '../../../core/jobs/job.ts';
import { MarkedLine, TriedChanges } from '../feeds/tried-changes.tsx';
import { Glyph } from '../glyph.tsx';
import { RosterOutcomeView } from '../imports/roster-outcome.tsx';
import { type Column, Table } from '../table.tsx';
import { countsParts, importSummary, tableName } from './import-counts.ts';
import { ImportFindings } from './import-findings.tsx';
import { type ImportCounts, importParamsOf, importResultOf } from './job-params.ts';
import { JobProgress } from './job-progress.tsx';
import { useWork } from './use-work.ts';

/** What one import brought: counts, and every line that could not be used as it was. */
export function ImportReport({ job, onStarted }: { job: JobView; onStarted(): void }) {
  const { t, say } = useWork();
  const { query } = useLocation();
  const { filename, source, kind } = importParamsOf(job);
  const result = importResultOf(job);
  return (
    <div class="page stack">
      <header class="stack-tight">
        <p class="small no-print">
          <a href="/import">
            <Glyph name="arrow-left" size={16} /> {t('imports.history')}
          </a>
        </p>
        <h1>{filename}</h1>
        <p class="muted">
          {[t(`imports.kind.${kind}`), source, say.dateTime(job.finishedAt ?? job.createdAt)].join(' · ')}
        </p>
      </header>
      {job.status !== 'complete' && <JobProgress kind="import" job={job} />}
      {result && (
        <>
          {result.preview ? (
            <TriedChanges jobId={job.id} preview={result.preview} />
          ) : (
            !result.roster && <p class="import-sum">{importSummary(result, t, say)}</p>
          )}
          {result.marked !== undefined && <MarkedLine marked={result.marked} />}
          {result.roster ? (
            <RosterOutcomeView jobId={job.id} roster={result.roster} onStarted={onStarted} />
          ) : (
            <Counts counts={result.counts} />
          )}
          {result.unmappedTerms > 0 && (
            <div class="notice">
              <p>{t('imports.unmapped', { n: result.unmappedTerms })}</p>
              <a class="no-print" href={`/import/${job.id}?code=unmapped-term`}>
                {t('imports.unmappedShow')}
              </a>
            </div>
          )}
          <ImportFindings job={job} result={result} code={query.code ?? ''} page={Number(query.page) || 1} />
        </>
      )}
    </div>
  );
}

type CountRow = ImportCounts & { table: string };

function Counts({ counts }: { counts: Record<string, ImportCounts> }) {
  const { t, say } = useWork();
  const rows = Object.entries(counts).map(([table, count]): CountRow => ({ table, ...count }));
  const figure = (key: keyof ImportCounts): Column<CountRow> => ({
    key,
    label: t(`imports.${key}`),
    figure: true,
    cell: (row) =>
      key !== 'read' && countsParts(row) ? (
        '–'
      ) : (
        <span class={key === 'refused' && row[key] > 0 ? 'refused' : ''}>
          {row[key].toLocaleString(say.locale)}
        </span>
      ),
  });
  return (
    <div class="section">
      <h2>{t('imports.counts')}</h2>
      <Table
        caption={t('imports.counts')}
        rows={rows}
        rowKey={({ table }) => table}
        columns={[
          {
            key: 'table',
            label: t('imports.table'),
            cell: (row) => (
              <>
                {tableName(row.table, t)}{' '}
                {countsParts(row) && <span class="muted small part-note">{t('imports.part')}</span>}
              </>
            ),
          },
          ...(['read', 'added', 'changed', 'unchanged', 'refused'] as const).map(figure),
        ]}
      />
    </div>
  );
}
