import type { JobView } from '../../../core/jobs/job.ts';
import type { PlanParams } from '../../../core/placement/plan.ts';
import type { SayPlans } from './use-plans.ts';

/* What a planning was asked to do and came to. The server checked both; a job of another kind never comes here. */

export function planParamsOf({ params }: JobView): PlanParams {
  return params as unknown as PlanParams;
}

export interface PlanResult {
  needs: number;
  placed: number;
  total: number;
  optimal: boolean;
}

/** Absent before the end, and where the plan has schools that the asker may not see. */
export function planResultOf({ status, result }: JobView): PlanResult | undefined {
  return status === 'complete' ? (result as unknown as PlanResult | undefined) : undefined;
}

export function isComplete({ status }: JobView): boolean {
  return status === 'complete';
}

/** "Plan 7: Autumn tutoring", "Plan 7" */
export function planTitle(job: Pick<JobView, 'number' | 'params'>, t: SayPlans): string {
  const number = t('list.numbered', { number: String(job.number) });
  const { title } = job.params;
  return typeof title === 'string' && title !== '' ? `${number}: ${title}` : number;
}
