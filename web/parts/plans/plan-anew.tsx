import { useLocation } from 'preact-iso';
import type { PlanSummary } from '../../../core/placement/plan.ts';
import { startPlan } from '../../api/plans.ts';
import { Button } from '../button.tsx';
import { Glyph } from '../glyph.tsx';
import { ErrorState } from '../states.tsx';
import { JobProgress } from '../work/job-progress.tsx';
import { useRun } from '../work/use-run.ts';
import { planParamsOf } from './plan-job.ts';
import { useMayPlan } from './use-may-plan.ts';
import { usePlans } from './use-plans.ts';

/** Shares out again what nobody has decided on, with a notice where the plan is out of date. Then it opens the new one. */
export function PlanAnew({ summary }: { summary: PlanSummary }) {
  const { t } = usePlans();
  const { route } = useLocation();
  const mayPlan = useMayPlan();
  const { id, params, stale } = summary;
  const run = useRun({
    kind: 'plan',
    start: () => startPlan({ ...params, basedOn: id }),
    isOurs: (job) => planParamsOf(job).basedOn === id,
    onEnd: (job) => {
      if (job.status === 'complete') route(`/plans/${job.id}`);
    },
  });
  if (!mayPlan) return null;
  return (
    <div class="no-print stack-tight">
      <div class={stale ? 'notice' : 'plan-anew'}>
        <span>
          {stale && (
            <>
              <Glyph name="alert" size={18} /> {t('plan.stale')}{' '}
            </>
          )}
          <span class={stale ? '' : 'muted small'}>{t('plan.anewHelp')}</span>
        </span>
        <Button disabled={run.busy} onClick={run.start}>
          {t('plan.anew')}
        </Button>
      </div>
      {run.job && run.job.status !== 'complete' && (
        <JobProgress kind="plan" job={run.job} onRetry={run.start} />
      )}
      {run.problem && <ErrorState problem={run.problem} onRetry={run.start} />}
    </div>
  );
}
