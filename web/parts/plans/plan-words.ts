import type { RunFinding } from '../../../core/jobs/run-finding.ts';
import type {
  FairnessGroup,
  FairnessRow,
  PlanCertificate,
  PlanFairness,
  PlanRow,
  PlanSummary,
} from '../../../core/placement/plan.ts';
import { plansEn } from '../../text/plans-en.ts';
import type { Say } from '../work/say.ts';
import type { PlansVoice, SayPlans } from './use-plans.ts';

type Words = Pick<PlansVoice, 't' | 'say'>;

/** All needs of a plan, whatever became of them, and those that have a place. */
export function needsOf({ counts }: Pick<PlanSummary, 'counts'>): { needs: number; placed: number } {
  const placed = counts.proposed + counts.accepted;
  return { needs: placed + counts.refused + counts.unplaced, placed };
}

/** "2,310 of 2,400 needs have a place." */
export function placedSentence(summary: Pick<PlanSummary, 'counts'>, t: SayPlans): string {
  const { needs, placed } = needsOf(summary);
  return needs === 0 ? t('plan.nobody') : t('plan.placed', { n: needs, placed });
}

/** Whether something better is possible. After a refusal this is told of the plan as it was made. */
export function bestSentence(
  { certificate, counts }: Pick<PlanSummary, 'certificate' | 'counts'>,
  { t, say }: Words,
): string {
  if (!certificate.optimal) return t('plan.near', { gap: say.score(certificate.gap) });
  return t(counts.refused > 0 ? 'plan.bestThen' : 'plan.best');
}

/** How one knows, a paragraph each. */
export function proofSentences(certificate: PlanCertificate, { t, say }: Words): string[] {
  const { optimal, gap, requests, edges, checkedAt, solveMs, checkMs } = certificate;
  return [
    optimal ? t('proof.ceiling') : t('proof.gap', { gap: say.score(gap) }),
    t('proof.checked', { requests, edges, date: say.dateTime(checkedAt) }),
    t('proof.took', { solve: tookWords(solveMs, t), check: tookWords(checkMs, t) }),
    t('proof.then'),
  ];
}

function tookWords(ms: number, t: SayPlans): string {
  return ms < 1000 ? t('proof.milliseconds') : t('proof.seconds', { n: Math.round(ms / 1000) });
}

export function scoreSentence({ total, meanScore }: PlanSummary, { t, say }: Words): string {
  if (meanScore === null) return '';
  return t('plan.scores', { total: Math.round(total), mean: say.score(meanScore) });
}

/** Why a need goes without a place. */
export function withoutWords({ without, choices }: PlanRow, t: SayPlans): string {
  if (without === 'no-room') return t('without.no-room', { n: choices });
  return without ? t(`without.${without}`) : t('rows.nobody');
}

const GROUPS = ['school', 'grade', 'language', 'locale'] as const;

/** "schools": between what a plan is fair, as part of a sentence; a grouping of one's own by its label. */
export function groupsWords(by: FairnessGroup, label: string, t: SayPlans): string {
  const usual = GROUPS.find((known) => known === by);
  return usual ? t(`groups.${usual}`) : t('groups.other', { label });
}

type GroupKey = Extract<keyof typeof plansEn, `group.${string}`>;

/** A group as people call it: a school's name, a grade, a language, a kind of place. */
export function groupName(by: FairnessGroup, { group, label }: FairnessRow, { t, say }: Words): string {
  const key = `group.${group}`;
  if (key in plansEn) return t(key as GroupKey);
  if (by === 'grade') return say.grade(Number(group));
  return by === 'language' ? capital(say.language(group), say) : label;
}

function capital(word: string, { locale }: Say): string {
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
}

/** The gap between the best and the worst served group that are told. */
export function gapSentence({ by, rows, gap }: PlanFairness, words: Words): string {
  const { t, say } = words;
  if (gap === null) return t('fair.few');
  if (gap === 0) return t('fair.noGap');
  const told = rows.flatMap((row) => (row.share === null ? [] : [{ row, share: row.share }]));
  const sorted = told.sort((a, b) => b.share - a.share);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return t('fair.few');
  return t('fair.gap', {
    gap: Math.round(gap * 100),
    most: groupName(by, most.row, words),
    mostShare: say.percent(most.share),
    least: groupName(by, least.row, words),
    leastShare: say.percent(least.share),
  });
}

type FindingKey = Extract<keyof typeof plansEn, `finding.${string}`>;

/** What a plan met in its inputs; undefined where it has no words of its own for it. */
export function planFindingWords({ code, count, values }: RunFinding, t: SayPlans): string | undefined {
  const key = `finding.${code}`;
  if (!(key in plansEn)) return undefined;
  const say = t as (key: FindingKey, values: RunFinding['values']) => string;
  return say(key as FindingKey, { ...values, n: count });
}
