import { useState } from 'preact/hooks';
import type { FairnessGroup, PlanSummary } from '../../../core/placement/plan.ts';
import { loadFairness } from '../../api/plans.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { LinkButton } from '../button.tsx';
import { SelectField } from '../field.tsx';
import { betterSentence } from './compare-words.ts';
import { PlanAnew } from './plan-anew.tsx';
import { bestSentence, groupsWords, needsOf, placedSentence } from './plan-words.ts';
import { useGroupings } from './use-groupings.ts';
import { usePlans } from './use-plans.ts';

/** What two plans come to, side by side, and which of them gives more. */
export function CompareHeads({ a, b }: { a: PlanSummary; b: PlanSummary }) {
  const voice = usePlans();
  const { t } = voice;
  const [by, setBy] = useState<FairnessGroup>('school');
  const groupings = useGroupings();
  const groups = groupsWords(by, groupings.find(({ value }) => value === by)?.label ?? '', t);
  return (
    <>
      <p class="plan-gap">{betterSentence(a, b, voice)}</p>
      <div class="controls no-print">
        <SelectField label={t('fair.by')} value={by} options={groupings} onChange={setBy} />
      </div>
      <div class="plan-pair">
        {[a, b].map((summary) => (
          <CompareHead key={summary.id} summary={summary} by={by} groups={groups} />
        ))}
      </div>
    </>
  );
}

interface CompareHeadProps {
  summary: PlanSummary;
  by: FairnessGroup;
  /** The groups in words. */
  groups: string;
}

function CompareHead({ summary, by, groups }: CompareHeadProps) {
  const voice = usePlans();
  const { t, say, work } = voice;
  const fairness = useLoaded(`fairness ${summary.id} ${by}`, (signal) =>
    loadFairness(summary.id, by, signal),
  );
  const number = (value: number) => value.toLocaleString(say.locale);
  const { counts, byUrgency, total, meanScore } = summary;
  const gap = fairness.data?.gap;
  const lines: [label: string, value: string][] = [
    ...byUrgency.map(({ urgency, needs, placed }): [string, string] => [
      work.t(`urgency.${urgency}`),
      t('list.of', { placed, needs }),
    ]),
    [t('list.placed'), number(needsOf(summary).placed)],
    [t('state.accepted'), number(counts.accepted)],
    [t('state.refused'), number(counts.refused)],
    [t('list.total'), number(Math.round(total))],
    [t('fair.mean'), meanScore === null ? '–' : say.score(meanScore)],
    [
      t('compare.gap', { groups }),
      gap == null ? t('compare.noGap') : t('compare.points', { n: Math.round(gap * 100) }),
    ],
  ];
  return (
    <section class="card" aria-labelledby={`compare-${summary.id}`}>
      <h2 id={`compare-${summary.id}`}>{nameOf(summary, voice)}</h2>
      <p>
        {placedSentence(summary, t)} {bestSentence(summary, voice)}
      </p>
      <p class="muted small">{t('plan.made', { date: say.dateTime(summary.createdAt) })}</p>
      <dl class="plan-lines figures">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="no-print">
        <LinkButton href={`/plans/${summary.id}`}>{t('compare.goOn')}</LinkButton>
      </div>
      <PlanAnew summary={summary} />
    </section>
  );
}

/** "Plan 7: Autumn tutoring" */
export function nameOf(
  { number, title }: PlanSummary,
  { t }: Pick<ReturnType<typeof usePlans>, 't'>,
): string {
  const name = t('plan.number', { number: String(number) });
  return title && title !== name ? `${name}: ${title}` : name;
}
