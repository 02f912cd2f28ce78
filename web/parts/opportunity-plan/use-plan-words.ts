import { useMemo } from 'preact/hooks';
import { fieldOf, MAIN_PART, type PlanField, readField } from '../../../core/opportunity-plan/plan-field.ts';
import type { OpportunityPlan } from '../../../core/opportunity-plan/plan-of.ts';
import type { PlanValue } from '../../../core/opportunity-plan/plan-value.ts';
import type { PlanPage, PlanPerson } from '../../api/opportunity-plan.ts';
import { type OpportunityPlanTexts, opportunityPlanEn } from '../../text/opportunity-plan-en.ts';
import { opportunityPlanEs } from '../../text/opportunity-plan-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useReferralWords } from '../referrals/use-referral-words.ts';
import { useWork } from '../work/use-work.ts';

const texts = { en: opportunityPlanEn, es: opportunityPlanEs };

export type PlanText = Translate<OpportunityPlanTexts>;

export function usePlanText(): PlanText {
  return useTextOf(texts);
}

/** People, fields and values of a plan in the reader's language. */
export function usePlanWords(page: PlanPage, plan: OpportunityPlan) {
  const t = usePlanText();
  const { say, term } = useWork();
  const { t: referrals } = useReferralWords();
  return useMemo(
    () => ({
      t,
      say,
      who: (person: PlanPerson | undefined) => whoWords(person, t),
      field: (field: string) => fieldWords(field, page, t),
      value: (field: string, value: PlanValue) => valueWords(field, value, { page, plan, t, day, referral }),
      day,
      referral,
    }),
    [t, say, term, referrals, page, plan],
  );

  /** "Tutoring: Reading Friends (accepted)" */
  function referral(id: string): string {
    const found = page.referrals[id];
    if (!found) return t('referral.gone');
    const { term: what, serviceName: service, state } = found;
    return t('referral.option', { what: term(what), service, state: referrals(`state.${state}`) });
  }

  /** A day without a clock time is the same day everywhere. */
  function day(date: string): string {
    return say.date(`${date}T12:00:00`);
  }
}
export type PlanWords = ReturnType<typeof usePlanWords>;

export function whoWords(person: PlanPerson | undefined, t: PlanText): string {
  if (!person) return t('somebody');
  const key = `as.${person.as}`;
  const role = key in opportunityPlanEn ? t(key as 'as.student') : '';
  if (!person.name) return role || t('somebody');
  return role ? t('who', { name: person.name, as: role }) : person.name;
}

/** What the label of a field says. */
export function partWords(found: PlanField, t: PlanText): string {
  if (found.list === 'words') return t(found.part);
  if (found.list === 'steps' && found.part === 'text') return t('part.step');
  return t(`part.${found.part}` as 'part.text');
}

/** "How far (Visit the workshop)": a part of an item names its item. */
function fieldWords(field: string, page: PlanPage, t: PlanText): string {
  const found = readField(field);
  if (!found) return field;
  const part = partWords(found, t);
  if (found.list === 'words' || found.part === MAIN_PART[found.list]) return part;
  const what = page.fields[fieldOf(found.list, found.id, MAIN_PART[found.list])]?.value;
  return typeof what === 'string' ? t('part.of', { part, what }) : part;
}

interface Known {
  page: PlanPage;
  plan: OpportunityPlan;
  t: PlanText;
  day(date: string): string;
  referral(id: string): string;
}

function valueWords(field: string, value: PlanValue, { page, plan, t, day, referral }: Known): string {
  if (value === null) return t(field.endsWith('/state') ? 'state.not-started' : 'nothing');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const found = readField(field);
  if (!found || found.list === 'words') return value;
  if (found.part === 'term') return t(`term.${value}` as 'term.short');
  if (found.part === 'area') return t(`area.${value}` as 'area.health');
  if (found.part === 'state') return t(`state.${value}` as 'state.done');
  if (found.part === 'by') return day(value);
  if (found.part === 'goal') return plan.goals.find(({ id }) => id === value)?.text ?? t('goal.none');
  if (found.part === 'offer') return page.offers[value]?.serviceName ?? value;
  return found.part === 'referral' ? referral(value) : value;
}
