import './work.css';
import './import.css';
import { useLocation } from 'preact-iso';
import { isFinal } from '../../../core/jobs/job.ts';
import { loadJobs } from '../../api/jobs.ts';
import { FeedsLink } from '../../parts/feeds/feeds-link.tsx';
import { FeedsPage } from '../../parts/feeds/feeds-page.tsx';
import { FindPoints } from '../../parts/points/find-points.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { ImportForm } from '../../parts/work/import-form.tsx';
import { ImportHistory } from '../../parts/work/import-history.tsx';
import { ImportReport } from '../../parts/work/import-report.tsx';
import { importParamsOf } from '../../parts/work/job-params.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { WatchedJob } from '../../parts/work/watched-job.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';

/** Imports and feeds. */
export default function ImportView({ id }: { id?: string }) {
  return id === 'feeds' ? <FeedsPage /> : <Imports {...(id !== undefined && { id })} />;
}

/** A new one, those that go on, those that are over; with an id, the report of one. */
function Imports({ id }: { id?: string }) {
  const { t } = useWork();
  const { route, query } = useLocation();
  useTitle(t('imports.title'));
  // Another address is looked at anew: an import may have been started on the page before.
  const imports = useLoaded(`imports ${id ?? ''}`, (signal) => loadJobs('import', signal), {
    keepLast: true,
  });
  const jobs = imports.data?.items ?? [];
  const shown = id ? jobs.find((job) => job.id === id) : undefined;
  if (shown && isFinal(shown.status)) return <ImportReport job={shown} onStarted={imports.reload} />;
  return (
    <div class="page">
      <h1>{t('imports.title')}</h1>
      <p class="muted">{t('imports.lead')}</p>
      <FeedsLink />
      {imports.problem ? (
        <ErrorState problem={imports.problem} onRetry={imports.reload} />
      ) : (
        <ImportForm kind={query.kind} onStarted={imports.reload} />
      )}
      {jobs
        .filter(({ status }) => !isFinal(status))
        .map((job) => (
          <section key={job.id} class="section" aria-labelledby={`import-${job.id}`}>
            <h2 id={`import-${job.id}`}>{importParamsOf(job).filename}</h2>
            <WatchedJob
              kind="import"
              job={job}
              onEnd={(ended) => {
                imports.reload();
                // While the list is looked at anew, one that was running when it was seen last may be over long since.
                if (ended.status === 'complete' && !imports.loading) route(`/import/${ended.id}`);
              }}
            />
          </section>
        ))}
      {imports.data ? (
        <ImportHistory jobs={jobs.filter(({ status }) => isFinal(status))} />
      ) : (
        !imports.problem && <Skeleton lines={6} />
      )}
      <FindPoints />
    </div>
  );
}
