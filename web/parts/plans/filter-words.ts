import type { PlanFilter, RowNames } from './filter-rows.ts';
import type { PlansVoice } from './use-plans.ts';

/** A filter as people say it, for print: "Cedar Hollow, Glasses, urgent"; empty where everything is shown. */
export function filterWords(
  { school, term, urgency, state }: PlanFilter,
  number: string,
  names: RowNames,
  flow: string | null,
  { t, work, say }: Pick<PlansVoice, 't' | 'work' | 'say'>,
): string {
  const text = number.trim();
  const parts = [
    school && names.school(school),
    term && names.term(term),
    urgency && work.t(`urgency.${urgency}`),
    state && t(`state.${state}`),
    text && t('print.number', { text }),
    flow,
  ];
  return say.list(parts.flatMap((part) => part || []));
}
