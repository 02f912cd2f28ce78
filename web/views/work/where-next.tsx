import './work.css';
import './where-next.css';
import type { JobView } from '../../../core/jobs/job.ts';
import { loadJobs } from '../../api/jobs.ts';
import { loadSiting, startSiting } from '../../api/where-next.ts';
import { Button, LinkButton } from '../../parts/button.tsx';
import { LoadingBar } from '../../parts/loading-bar.tsx';
import { reportOf } from '../../parts/report/report-of.ts';
import { useReport } from '../../parts/report/use-report.ts';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { withoutSite, withSite } from '../../parts/where-next/choose-site.ts';
import type { SiteActs } from '../../parts/where-next/site-steps.tsx';
import { amountsMissing } from '../../parts/where-next/siting-amounts.ts';
import { SitingAnswer } from '../../parts/where-next/siting-answer.tsx';
import { SitingForm } from '../../parts/where-next/siting-form.tsx';
import {
  askOf,
  queryOf,
  type SitingQuery,
  sameQuery,
  sitingQuery,
} from '../../parts/where-next/siting-query.ts';
import { askName, newsSentence } from '../../parts/where-next/siting-words.ts';
import { useWhereNext } from '../../parts/where-next/use-where-next.ts';
import { JobProgress } from '../../parts/work/job-progress.tsx';
import { useRun } from '../../parts/work/use-run.ts';
import { useSession } from '../../state/session.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTitle } from '../../state/use-title.ts';

/** Where something new should go: a question, a search, and its answer. */
export default function WhereNextView() {
  const voice = useWhereNext();
  const { t, w } = voice;
  const { r } = useReport();
  const { account } = useSession();
  useTitle(w('title'));
  const [asked, change] = useQuery(sitingQuery);
  const runs = useLoaded('siting-runs', (signal) => loadJobs('siting', signal));
  const stored = (runs.data?.items ?? []).filter((job) => job.status === 'complete' && queryOfJob(job));
  // Without a question in the address, the newest answer is shown rather than an empty page.
  const newest = asked.terms.length === 0 && stored[0] ? queryOfJob(stored[0]) : undefined;
  const query = newest ?? asked;
  const isShown = (job: JobView) => isOf(job, query);
  const shown = stored.find(isShown);
  const outcome = useLoaded(shown ? `siting ${shown.id}` : null, (signal) =>
    loadSiting(shown?.id ?? '', signal),
  );
  const run = useRun({
    kind: 'siting',
    start: () => startSiting(askOf(query)),
    isOurs: isShown,
    onEnd: runs.reload,
  });
  const problem = run.problem ?? runs.problem ?? outcome.problem;
  const news = run.job?.status === 'running' ? newsSentence(run.job, voice) : null;
  const mayAsk = account !== null && query.terms.length > 0 && amountsMissing(query).length === 0;
  const acts: SiteActs = {
    keep: (id) => change({ ...query, ...withSite(query, id) }),
    leaveOut: (id) => change({ ...query, ...withoutSite(query, id) }),
  };
  return (
    <div class="page where-next">
      {(runs.loading || outcome.loading) && runs.data && <LoadingBar />}
      <div class="page-head">
        <div>
          <h1>{w('title')}</h1>
          <p class="muted no-print">{w('lead')}</p>
        </div>
        <div class="row no-print">
          {mayAsk && shown && (
            <Button disabled={run.busy} onClick={run.start}>
              {w('ask.again')}
            </Button>
          )}
          {shown && <LinkButton href={reportOf({ ...query, siting: shown.id })}>{r('link')}</LinkButton>}
          {shown && (
            <Button icon="printer" onClick={() => window.print()}>
              {t('print')}
            </Button>
          )}
        </div>
      </div>
      <SitingForm query={query} onChange={(part) => change({ ...query, ...part })} />
      {run.job && run.job.status !== 'complete' && (
        <div class="stack-tight no-print">
          <JobProgress kind="siting" job={run.job} onRetry={run.start} />
          {news && <p class="muted small">{news}</p>}
        </div>
      )}
      {problem && (
        <ErrorState
          problem={problem}
          onRetry={run.problem ? run.start : runs.problem ? runs.reload : outcome.reload}
        />
      )}
      {shown && outcome.data ? (
        <SitingAnswer job={shown} outcome={outcome.data} acts={account ? acts : undefined} />
      ) : runs.data && !shown && !run.busy ? (
        <Unasked query={query} onAsk={mayAsk ? run.start : undefined} signedIn={account !== null} />
      ) : (
        !problem && !run.busy && <Skeleton lines={10} />
      )}
      <Stored jobs={stored.filter((job) => job !== shown)} />
    </div>
  );
}

interface UnaskedProps {
  query: SitingQuery;
  onAsk: (() => void) | undefined;
  signedIn: boolean;
}

function Unasked({ query, onAsk, signedIn }: UnaskedProps) {
  const { t, w } = useWhereNext();
  if (query.terms.length === 0)
    return (
      <EmptyState title={w('ask.choose')}>
        <p>{w('ask.chooseHelp')}</p>
      </EmptyState>
    );
  const next = `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
  return (
    <EmptyState title={w('ask.none')}>
      <p>{w(onAsk ? 'ask.noneHelp' : signedIn ? 'ask.fillIn' : 'ask.signIn')}</p>
      {onAsk && (
        <Button look="primary" onClick={onAsk}>
          {w('ask.go')}
        </Button>
      )}
      {!signedIn && (
        <LinkButton href={next} look="primary">
          {t('signIn.title')}
        </LinkButton>
      )}
    </EmptyState>
  );
}

/** The newest answer to each question. */
function Stored({ jobs }: { jobs: readonly JobView[] }) {
  const voice = useWhereNext();
  const queries = jobs.flatMap((job) => {
    const query = queryOfJob(job);
    return query ? [{ job, query }] : [];
  });
  const each = queries.filter(
    ({ query }, index) => queries.findIndex((other) => sameQuery(other.query, query)) === index,
  );
  if (each.length === 0) return null;
  return (
    <section class="section no-print">
      <h2>{voice.w('stored.title')}</h2>
      <ul class="plain-list stack-tight">
        {each.slice(0, 12).map(({ job, query }) => (
          <li key={job.id}>
            <a href={`/where-next?${sitingQuery.format(query)}`}>{askName(query, voice)}</a>{' '}
            <span class="muted small">{job.finishedAt && voice.say.date(job.finishedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function queryOfJob({ params }: JobView): SitingQuery | undefined {
  return queryOf(params as unknown as Parameters<typeof queryOf>[0]);
}

function isOf(job: JobView, query: SitingQuery): boolean {
  const own = queryOfJob(job);
  return own !== undefined && sameQuery(own, query);
}
