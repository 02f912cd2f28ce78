import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { FINDING_CODES, type FindingCode } from '../../../core/imports/finding-codes.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import { download } from '../../api/download.ts';
import { type ImportFinding, loadImportReport } from '../../api/jobs.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { workEn } from '../../text/work-en.ts';
import { Button } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { Pagination } from '../pagination.tsx';
import { ErrorState, Skeleton } from '../states.tsx';
import { StatusLine } from '../status-line.tsx';
import { type Column, Table } from '../table.tsx';
import type { ImportResult } from './job-params.ts';
import type { SayText } from './say.ts';
import { useWork } from './use-work.ts';

interface ImportFindingsProps {
  job: JobView;
  result: ImportResult;
  /** Only findings of this kind; empty for all. */
  code: string;
  page: number;
}

/** The findings of an import, filtered and paged by the address, and as a file. */
export function ImportFindings({ job, result, code, page }: ImportFindingsProps) {
  const { t, say } = useWork();
  const { route } = useLocation();
  const columns = useFindingColumns();
  const [failed, setFailed] = useState(false);
  const report = useLoaded(
    `report ${job.id} ${code} ${page}`,
    (signal) => loadImportReport(job.id, { page, code }, signal),
    { keepLast: true },
  );
  if (result.findings === 0) return <p>{t('imports.noFindings')}</p>;
  const href = (change: { code?: string; page?: number }) => addressOfReport(job.id, { code, ...change });
  const codes = Object.entries(result.findingsByCode).sort((a, b) => b[1] - a[1]);
  return (
    <div class="section">
      <div class="section-head">
        <div>
          <h2>{t('imports.findingsTitle')}</h2>
          <StatusLine>{report.data && t('imports.findingsCount', { n: report.data.total })}</StatusLine>
        </div>
        <div class="controls no-print">
          <SelectField
            label={t('imports.filter')}
            value={code}
            options={[
              {
                value: '',
                label: `${t('imports.allCodes')} (${result.findings.toLocaleString(say.locale)})`,
              },
              ...codes.map(([value, n]) => ({
                value,
                label: `${FINDING_CODES[value as FindingCode] ?? value} (${n.toLocaleString(say.locale)})`,
              })),
            ]}
            onChange={(value) => route(href({ code: value }))}
          />
          <Button
            icon="download"
            onClick={() =>
              download(`/imports/${job.id}/report`, 'text/csv', `import-${job.number}-report.csv`).then(
                () => setFailed(false),
                () => setFailed(true),
              )
            }
          >
            {t('imports.download')}
          </Button>
        </div>
      </div>
      {failed && (
        <p role="alert" class="field-error">
          {t('imports.downloadFailed')}
        </p>
      )}
      {report.problem && <ErrorState problem={report.problem} onRetry={report.reload} />}
      {!report.data && !report.problem && <Skeleton lines={8} />}
      {report.data && (
        <>
          <Table
            caption={t('imports.findingsTitle')}
            columns={columns}
            rows={report.data.items}
            rowKey={({ file, line, field, code: kind, value }) => [file, line, field, kind, value].join()}
          />
          <Pagination {...report.data} href={(to) => href({ page: to })} />
        </>
      )}
    </div>
  );
}

function useFindingColumns(): Column<ImportFinding>[] {
  const { t } = useWork();
  return [
    {
      key: 'place',
      label: t('imports.place'),
      cell: ({ file, line }) => (line > 0 ? `${file}, ${line}` : file),
    },
    { key: 'field', label: t('imports.field'), cell: ({ field }) => field ?? '–' },
    {
      key: 'value',
      label: t('imports.value'),
      cell: ({ value }) => <span class="raw-value">{value || '–'}</span>,
    },
    { key: 'message', label: t('imports.message'), cell: ({ message }) => message },
    { key: 'action', label: t('imports.action'), cell: ({ action }) => actionWords(action, t) },
  ];
}

function actionWords(action: string, t: SayText): string {
  const key = `imports.action.${action as 'refused'}` as const;
  return key in workEn ? t(key) : action;
}

function addressOfReport(id: string, { code, page }: { code?: string; page?: number }): string {
  const search = new URLSearchParams();
  if (code) search.set('code', code);
  if (page && page > 1) search.set('page', String(page));
  const text = search.toString();
  return `/import/${id}${text ? `?${text}` : ''}`;
}
