import './work.css';
import { useMemo } from 'preact/hooks';
import { isFinal, type JobView } from '../../../core/jobs/job.ts';
import { loadJobs } from '../../api/jobs.ts';
import { LinkButton } from '../../parts/button.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { RunHistory } from '../../parts/work/run-history.tsx';
import { RunStart } from '../../parts/work/run-start.tsx';
import { useRunName } from '../../parts/work/use-run-name.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { WatchedJob } from '../../parts/work/watched-job.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

export default function RunsView() {
  const { t } = useWork();
  useTitle(t('runs.title'));
  const runs = useLoaded('match-runs', (signal) => loadJobs('match', signal));
  const nameOf = useRunName();
  const jobs = runs.data?.items ?? [];
  const open = useMemo(() => jobs.filter(({ status }) => !isFinal(status)), [jobs]);
  return (
    <div class="page">
      <div class="page-head">
        <div>
          <h1>{t('runs.title')}</h1>
          <p class="muted">
            {t('runs.lead')} <a href="/weights">{t('nav.weights')}</a>
          </p>
        </div>
        <div class="no-print">
          <LinkButton href="/plans">{t('runs.plan')}</LinkButton>
        </div>
      </div>
      {runs.problem ? (
        <ErrorState problem={runs.problem} onRetry={runs.reload} />
      ) : (
        <RunStart onStarted={runs.reload} busy={open.length > 0} />
      )}
      {open.map((job: JobView) => (
        <section key={job.id} class="section" aria-labelledby={`run-${job.id}`}>
          <h2 id={`run-${job.id}`}>
            {t('runs.title.one', { n: job.number })}: {nameOf(job)}
          </h2>
          <WatchedJob kind="match" job={job} onEnd={runs.reload} />
        </section>
      ))}
      {runs.data ? (
        <RunHistory
          jobs={jobs.filter(({ status }) => isFinal(status))}
          nameOf={nameOf}
          onStarted={runs.reload}
        />
      ) : (
        !runs.problem && <Skeleton lines={6} />
      )}
    </div>
  );
}
