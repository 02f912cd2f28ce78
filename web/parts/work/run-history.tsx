import type { JobView } from '../../../core/jobs/job.ts';
import type { RunFinding } from '../../../core/jobs/run-finding.ts';
import { startMatchRun } from '../../api/jobs.ts';
import { Button } from '../button.tsx';
import { type Column, Table } from '../table.tsx';
import { matchScopeOf } from './job-params.ts';
import { JobStatusChip } from './job-status-chip.tsx';
import { RunFindings } from './run-findings.tsx';
import { useWork } from './use-work.ts';

interface RunHistoryProps {
  jobs: readonly JobView[];
  nameOf(job: JobView): string;
  onStarted(): void;
}

/** Runs that are over, newest first, with what came of them. */
export function RunHistory({ jobs, nameOf, onStarted }: RunHistoryProps) {
  const { t } = useWork();
  const columns = useRunColumns(nameOf, onStarted);
  return (
    <div class="section">
      <h2>{t('runs.history')}</h2>
      {jobs.length === 0 ? (
        <p>
          {t('runs.none')}. {t('runs.noneHelp')}
        </p>
      ) : (
        <Table caption={t('runs.history')} columns={columns} rows={jobs} rowKey={(job) => job.id} />
      )}
    </div>
  );
}

function useRunColumns(nameOf: RunHistoryProps['nameOf'], onStarted: () => void): Column<JobView>[] {
  const { t, say } = useWork();
  const figure = (key: string, label: string): Column<JobView> => ({
    key,
    label,
    figure: true,
    cell: ({ result }) => (typeof result?.[key] === 'number' ? result[key].toLocaleString(say.locale) : '–'),
  });
  return [
    { key: 'number', label: t('runs.run'), cell: (job) => job.number },
    { key: 'for', label: t('runs.for'), cell: nameOf },
    {
      key: 'status',
      label: t('runs.status'),
      cell: (job) => (
        <div class="stack-tight">
          <div>
            <JobStatusChip job={job} />
          </div>
          {job.error && <p class="small">{job.error}</p>}
          <RunFindings findings={findingsOf(job)} />
          {(job.status === 'failed' || job.status === 'cancelled') && (
            <div class="no-print">
              <Button onClick={() => startMatchRun(matchScopeOf(job)).then(onStarted, () => undefined)}>
                {t('runs.retry')}
              </Button>
            </div>
          )}
        </div>
      ),
    },
    { key: 'asked', label: t('runs.asked'), cell: (job) => say.dateTime(job.createdAt) },
    { key: 'took', label: t('runs.took'), cell: (job) => tookWords(job, say.duration) },
    figure('students', t('runs.students')),
    figure('needs', t('runs.needs')),
    figure('needsMatched', t('runs.matched')),
    figure('matches', t('runs.matches')),
  ];
}

/** Runs from before findings were told have none. */
function findingsOf({ result }: JobView): readonly RunFinding[] {
  return (result?.findings as readonly RunFinding[] | undefined) ?? [];
}

function tookWords({ startedAt, finishedAt }: JobView, duration: (seconds: number) => string): string {
  if (!startedAt || !finishedAt) return '–';
  return duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
}
