import type { PlanSummary } from '../../../core/placement/plan.ts';
import { useSetting } from '../../state/config.tsx';
import { Glyph } from '../glyph.tsx';
import { ShareBar } from '../progress-bar.tsx';
import { findingWords, RunFindings } from '../work/run-findings.tsx';
import { PlanAnew } from './plan-anew.tsx';
import { PlanProof } from './plan-proof.tsx';
import { bestSentence, groupsWords, placedSentence, planFindingWords, scoreSentence } from './plan-words.ts';
import { useGroupings } from './use-groupings.ts';
import { usePlans } from './use-plans.ts';

/** What a plan comes to, in sentences, with the proof and what is missing on demand. */
export function PlanHead({ summary }: { summary: PlanSummary }) {
  const voice = usePlans();
  const { t, say, work, term } = voice;
  const { counts, params, byUrgency } = summary;
  const groupings = useGroupings();
  const labelOf = (by: string) => groupings.find(({ value }) => value === by)?.label ?? by;
  const states = (['proposed', 'accepted', 'refused', 'unplaced'] as const).filter(
    (state) => counts[state] > 0,
  );
  return (
    <div class="plan-head">
      <div class="stack-tight">
        <h2>{placedSentence(summary, t)}</h2>
        <p class="plan-best">
          {summary.certificate.optimal && <Glyph name="check" size={20} />}
          {bestSentence(summary, voice)}
        </p>
        {!summary.whole && <p>{t('plan.part')}</p>}
        <p class="muted">
          {[
            scoreSentence(summary, voice),
            params.terms && t('plan.terms', { terms: say.list(params.terms.map(term)) }),
            params.fairBy &&
              t('plan.fairBy', { groups: groupsWords(params.fairBy, labelOf(params.fairBy), t) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        <p class="figures">
          {states.map((state) => t(`plan.state.${state}`, { n: counts[state] })).join(' · ')}
        </p>
        <div class="plan-more no-print">
          <PlanProof certificate={summary.certificate} />
          <RunFindings
            findings={summary.findings}
            words={(finding, sayWork) => planFindingWords(finding, t) ?? findingWords(finding, sayWork)}
          />
        </div>
      </div>
      {!summary.stale && <PlanAnew summary={summary} />}
      <div class="stack-tight">
        <h3>{t('plan.urgency')}</h3>
        <ul class="plain-list plan-urgencies figures">
          {byUrgency.map(({ urgency, needs, placed }) => (
            <li key={urgency}>
              <span class={`urgency-${urgency}`}>{work.t(`urgency.${urgency}`)}</span>
              <ShareBar share={needs === 0 ? 0 : placed / needs} />
              <span>{t('list.of', { placed, needs })}</span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** For whom a plan is: all schools, or one by its name. */
export function useScopeName(): (params: PlanSummary['params']) => string {
  const { work } = usePlans();
  const { schools } = useSetting();
  return ({ scope, schoolId }) => {
    if (scope === 'district') return work.t('runs.district');
    return schools.find(({ id }) => id === schoolId)?.name ?? work.t('runs.oneSchool');
  };
}
