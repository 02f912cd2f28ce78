import type { PlanOutcome } from './use-plan.ts';
import type { SayPlans } from './use-plans.ts';

/** What came of the last act, with what could not be changed. */
export function outcomeWords({ act, changed, conflicts }: PlanOutcome, t: SayPlans): string {
  const parts: string[] = [];
  if (changed === 0 && conflicts.size === 0) parts.push(t('done.nothing'));
  else if (act === 'undo' || act === 'together' || act === 'apart') parts.push(t(`done.${act}`));
  else if (changed > 0) parts.push(t(`done.${act}`, { n: changed }));
  if (conflicts.size > 0) parts.push(t('conflict.some', { n: conflicts.size }));
  return parts.join(' ');
}
