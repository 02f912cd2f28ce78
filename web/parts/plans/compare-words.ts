import type { PlanSummary } from '../../../core/placement/plan.ts';
import { needsOf } from './plan-words.ts';
import type { PlansVoice } from './use-plans.ts';

type Words = Pick<PlansVoice, 't' | 'say'>;

/** Which of two plans has a place for more needs, and by how much its scores add up to more. */
export function betterSentence(a: PlanSummary, b: PlanSummary, { t, say }: Words): string {
  const more = needsOf(b).placed - needsOf(a).placed;
  const name = ({ number }: PlanSummary) => t('plan.number', { number: String(number) });
  const points = b.total - a.total;
  const said = [
    more === 0
      ? t('compare.equal')
      : t('compare.more', {
          n: Math.abs(more),
          better: name(more > 0 ? b : a),
          other: name(more > 0 ? a : b),
        }),
  ];
  // Less than the figures show is no difference.
  if (Math.abs(points) >= 0.005)
    said.push(t('compare.scoreOf', { plan: name(points > 0 ? b : a), n: say.score(Math.abs(points)) }));
  return said.join(' ');
}
