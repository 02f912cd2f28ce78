import type { JobView } from '../../../core/jobs/job.ts';
import { TriedMark } from '../feeds/tried-changes.tsx';
import { type Column, Table } from '../table.tsx';
import { importParamsOf, importResultOf } from './job-params.ts';
import { JobStatusChip } from './job-status-chip.tsx';
import { useWork } from './use-work.ts';

/** Imports that are over, newest first, each with its report. */
export function ImportHistory({ jobs }: { jobs: readonly JobView[] }) {
  const { t, say } = useWork();
  const columns: Column<JobView>[] = [
    {
      key: 'file',
      label: t('imports.file'),
      cell: (job) => <a href={`/import/${job.id}`}>{importParamsOf(job).filename}</a>,
    },
    {
      key: 'kind',
      label: t('imports.what'),
      cell: (job) => (
        <>
          {t(`imports.kind.${importParamsOf(job).kind}`)} {importParamsOf(job).dryRun && <TriedMark />}
        </>
      ),
    },
    { key: 'source', label: t('imports.from'), cell: (job) => importParamsOf(job).source },
    { key: 'status', label: t('imports.status'), cell: (job) => <JobStatusChip job={job} /> },
    { key: 'asked', label: t('imports.asked'), cell: (job) => say.dateTime(job.createdAt) },
    {
      key: 'findings',
      label: t('imports.findings'),
      figure: true,
      cell: (job) => importResultOf(job)?.findings.toLocaleString(say.locale) ?? '–',
    },
  ];
  return (
    <div class="section">
      <h2>{t('imports.history')}</h2>
      {jobs.length === 0 ? (
        <p>
          {t('imports.none')}. {t('imports.noneHelp')}
        </p>
      ) : (
        <Table caption={t('imports.history')} columns={columns} rows={jobs} rowKey={(job) => job.id} />
      )}
    </div>
  );
}
