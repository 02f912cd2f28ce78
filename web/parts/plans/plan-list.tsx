import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { JobView } from '../../../core/jobs/job.ts';
import { Button } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { type Column, Table } from '../table.tsx';
import { JobStatusChip } from '../work/job-status-chip.tsx';
import { useScopeName } from './plan-head.tsx';
import { isComplete, planParamsOf, planResultOf, planTitle } from './plan-job.ts';
import { usePlans } from './use-plans.ts';

/** Plans that were made, newest first. */
export function PlanList({ jobs }: { jobs: readonly JobView[] }) {
  const { t, say } = usePlans();
  const scopeName = useScopeName();
  const columns: Column<JobView>[] = [
    {
      key: 'plan',
      label: t('list.plan'),
      cell: (job) =>
        job.status === 'complete' ? (
          <a id={`plan-${job.number}`} href={`/plans/${job.id}`}>
            {planTitle(job, t)}
          </a>
        ) : (
          planTitle(job, t)
        ),
    },
    { key: 'for', label: t('list.for'), cell: (job) => scopeName(planParamsOf(job)) },
    {
      key: 'state',
      label: t('list.state'),
      cell: (job) => (
        <>
          <JobStatusChip job={job} />
          {job.error && <p class="small">{job.error}</p>}
        </>
      ),
    },
    { key: 'made', label: t('list.made'), cell: (job) => say.dateTime(job.finishedAt ?? job.createdAt) },
    {
      key: 'placed',
      label: t('list.placed'),
      figure: true,
      cell: (job) => {
        const result = planResultOf(job);
        return result ? t('list.of', { placed: result.placed, needs: result.needs }) : '–';
      },
    },
    {
      key: 'total',
      label: t('list.total'),
      figure: true,
      cell: (job) => {
        const result = planResultOf(job);
        return result ? Math.round(result.total).toLocaleString(say.locale) : '–';
      },
    },
  ];
  const made = jobs.filter(isComplete);
  return (
    <>
      <div class="section">
        <h2>{t('list.title')}</h2>
        <Table caption={t('list.title')} columns={columns} rows={jobs} rowKey={({ id }) => id} />
      </div>
      {made.length > 1 && <ComparePick jobs={made} />}
    </>
  );
}

/** Two of the plans, to be seen side by side; at first the newest two. */
export function ComparePick({ jobs }: { jobs: readonly JobView[] }) {
  const { t } = usePlans();
  const { route } = useLocation();
  const [first, setFirst] = useState(jobs[1]?.id ?? '');
  const [second, setSecond] = useState(jobs[0]?.id ?? '');
  const options = jobs.map((job) => ({ value: job.id, label: planTitle(job, t) }));
  return (
    <form
      class="section no-print"
      aria-labelledby="plan-compare"
      onSubmit={(event) => {
        event.preventDefault();
        route(`/plans/compare?a=${first}&b=${second}`);
      }}
    >
      <h2 id="plan-compare">{t('list.compare')}</h2>
      <div class="controls">
        <SelectField label={t('list.compareA')} value={first} options={options} onChange={setFirst} />
        <SelectField label={t('list.compareB')} value={second} options={options} onChange={setSecond} />
        <Button type="submit" disabled={first === second}>
          {t('list.compareGo')}
        </Button>
      </div>
    </form>
  );
}
