import './work.css';
import './gaps.css';
import type { GapParams } from '../../../core/gaps/gap.ts';
import type { JobView } from '../../../core/jobs/job.ts';
import { startGapRun } from '../../api/jobs.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { LoadingBar } from '../../parts/loading-bar.tsx';
import { useReport } from '../../parts/report/use-report.ts';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { GapControls } from '../../parts/work/gap-controls.tsx';
import { GapNextLinks } from '../../parts/work/gap-next-links.tsx';
import { gapQuery, paramsOf, questionOf, sameParams } from '../../parts/work/gap-query.ts';
import { GapReport } from '../../parts/work/gap-report.tsx';
import { gapName } from '../../parts/work/gap-words.ts';
import { JobProgress } from '../../parts/work/job-progress.tsx';
import { useAccess } from '../../parts/work/use-access.ts';
import { paramsOfJob, useGapRun } from '../../parts/work/use-gap-run.ts';
import { useRun } from '../../parts/work/use-run.ts';
import { useWork } from '../../parts/work/use-work.ts';
import { useSession } from '../../state/session.tsx';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

export default function GapsView() {
  const { t, r } = useReport();
  const { account } = useSession();
  useTitle(t('gaps.title'));
  const [asked, change] = useQuery(gapQuery);
  const { runs, stored, question, shown, result } = useGapRun(asked);
  const query = { ...asked, ...question };
  const params = paramsOf(query);
  const run = useRun({
    kind: 'gaps',
    start: () => startGapRun(params),
    isOurs: (job) => sameParams(paramsOfJob(job), params),
    onEnd: runs.reload,
  });
  const problem = run.problem ?? runs.problem ?? result.problem;
  const ready = query.terms.length > 0 && !run.busy;
  return (
    <div class="page gaps">
      {(runs.loading || result.loading) && runs.data && <LoadingBar />}
      <div class="page-head">
        <div>
          <h1>{t('gaps.title')}</h1>
          <p class="muted no-print">{t('gaps.lead')}</p>
        </div>
        <div class="row no-print">
          <GapNextLinks question={query} />
          {account && shown && (
            <Button disabled={!ready} onClick={run.start}>
              {t('gaps.measureAgain')}
            </Button>
          )}
          {shown && <LinkButton href={`/report?${gapQuery.format(query)}`}>{r('link')}</LinkButton>}
          {shown && (
            <Button icon="printer" onClick={() => window.print()}>
              {t('print')}
            </Button>
          )}
        </div>
      </div>
      <GapControls question={query} onChange={(part) => change({ ...query, ...part, at: null })} />
      {run.job && run.job.status !== 'complete' && (
        <JobProgress kind="gaps" job={run.job} onRetry={run.start} />
      )}
      {problem && (
        <ErrorState
          problem={problem}
          onRetry={run.problem ? run.start : runs.problem ? runs.reload : result.reload}
        />
      )}
      {shown && result.data ? (
        <GapReport
          job={shown}
          result={result.data}
          query={query}
          onChange={(part, how) => change({ ...query, ...part }, how)}
        />
      ) : runs.data && !shown ? (
        <Unmeasured
          params={params}
          stored={stored}
          {...(account ? { onMeasure: run.start, busy: run.busy } : {})}
        />
      ) : (
        !problem && <Skeleton lines={10} />
      )}
      {shown && <Stored jobs={stored.filter((job) => job !== shown)} />}
    </div>
  );
}

interface UnmeasuredProps {
  params: GapParams;
  stored: readonly JobView[];
  /** Absent for people who are not signed in. */
  onMeasure?: () => void;
  busy?: boolean;
}

function Unmeasured({ params, stored, onMeasure, busy = false }: UnmeasuredProps) {
  const { t } = useWork();
  if (params.terms.length === 0)
    return (
      <>
        <EmptyState title={t('gaps.chooseTerm')} />
        <Stored jobs={stored} />
      </>
    );
  const next = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <>
      <EmptyState title={t('gaps.none')}>
        <p>{onMeasure ? t('gaps.noneHelp') : t('gaps.noneSignedOut')}</p>
        {onMeasure ? (
          <Button look="primary" disabled={busy} onClick={onMeasure}>
            {t('gaps.measureIt')}
          </Button>
        ) : (
          <LinkButton href={next} look="primary">
            {t('signIn.title')}
          </LinkButton>
        )}
      </EmptyState>
      <Stored jobs={stored} />
    </>
  );
}

function Stored({ jobs }: { jobs: readonly JobView[] }) {
  const wording = useAccess();
  const { t, say } = wording;
  const newestOfEach = jobs.filter(
    (job, index) => jobs.findIndex((other) => sameParams(paramsOfJob(other), paramsOfJob(job))) === index,
  );
  if (newestOfEach.length === 0) return null;
  return (
    <section class="section no-print">
      <h2>{t('gaps.stored')}</h2>
      <ul class="plain-list stack-tight">
        {newestOfEach.slice(0, 12).map((job) => (
          <li key={job.id}>
            <a
              href={`/gaps?${gapQuery.format({ ...gapQuery.parse(new URLSearchParams()), ...questionOf(paramsOfJob(job)) })}`}
            >
              {gapName(paramsOfJob(job), wording)}
            </a>{' '}
            <span class="muted small">{job.finishedAt && say.date(job.finishedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
