import './work.css';
import './plans.css';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { isFinal } from '../../../core/jobs/job.ts';
import { loadJobs } from '../../api/jobs.ts';
import { planTitle } from '../../parts/plans/plan-job.ts';
import { PlanList } from '../../parts/plans/plan-list.tsx';
import { PlanStart } from '../../parts/plans/plan-start.tsx';
import { useMayPlan } from '../../parts/plans/use-may-plan.ts';
import { usePlans } from '../../parts/plans/use-plans.ts';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { WatchedJob } from '../../parts/work/watched-job.tsx';
import { useLoaded } from '../../state/use-loaded.ts';
import { useTitle } from '../../state/use-title.ts';
import PlanView from './plan.tsx';
import PlanCompareView from './plan-compare.tsx';

/** The plans, one of them, or two side by side: one file, as who comes to one goes on to the others. */
export default function PlansView({ id }: { id?: string }) {
  if (id === 'compare') return <PlanCompareView />;
  return id ? <PlanView key={id} id={id} /> : <AllPlans />;
}

function AllPlans() {
  const { t } = usePlans();
  useTitle(t('title'));
  const { route } = useLocation();
  const mayPlan = useMayPlan();
  const plans = useLoaded('plans', (signal) => loadJobs('plan', signal));
  const [started, setStarted] = useState<string | null>(null);
  const jobs = plans.data?.items ?? [];
  const open = useMemo(() => jobs.filter(({ status }) => !isFinal(status)), [jobs]);
  const over = useMemo(() => jobs.filter(({ status }) => isFinal(status)), [jobs]);
  return (
    <div class="page plans">
      <div class="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p class="muted">{t('lead')}</p>
        </div>
      </div>
      {plans.problem && <ErrorState problem={plans.problem} onRetry={plans.reload} />}
      {open.map((job) => (
        <section key={job.id} class="section" aria-label={planTitle(job, t)}>
          <h2>{planTitle(job, t)}</h2>
          <WatchedJob
            kind="plan"
            job={job}
            onEnd={(end) => {
              if (end.id === started && end.status === 'complete') route(`/plans/${end.id}`);
              else plans.reload();
            }}
          />
        </section>
      ))}
      {!plans.problem && (
        <PlanStart
          busy={open.length > 0}
          onStarted={(id) => {
            setStarted(id);
            plans.reload();
          }}
        />
      )}
      {over.length > 0 ? (
        <PlanList jobs={over} />
      ) : plans.data ? (
        open.length === 0 && (
          <EmptyState title={t('list.none')}>
            <p>{t(mayPlan ? 'list.noneHelp' : 'list.noneMay')}</p>
          </EmptyState>
        )
      ) : (
        !plans.problem && <Skeleton lines={6} />
      )}
    </div>
  );
}
