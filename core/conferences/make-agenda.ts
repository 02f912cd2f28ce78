import type { OpportunityPlan } from '../opportunity-plan/plan-of.ts';
import { isOpen, type ReferralState } from '../referrals/referral-state.ts';
import { type AgendaItem, type AgendaKind, MOST_OF } from './conference.ts';

export interface AgendaFacts {
  plan: Pick<OpportunityPlan, 'goals' | 'steps'>;
  /** Months of the reviews, the oldest first. */
  reviews: readonly string[];
  /** The newest first, each with the name of its service. */
  referrals: readonly { id: string; state: ReferralState; service: string }[];
  /** "YYYY-MM-DD" */
  today: string;
}

/** Room for what people want to add. */
const MOST_MADE = MOST_OF.agenda - 10;

/**
 * What there is to talk about: how the student is, each goal, the steps that are late, the referrals that are open or
 * came to nothing. What is done needs no minute.
 */
export function makeAgenda({ plan, reviews, referrals, today }: AgendaFacts): AgendaItem[] {
  const last = reviews.at(-1);
  const late = plan.steps.filter(
    ({ by, state }) => by !== undefined && by < today && state !== 'done' && state !== 'dropped',
  );
  const talked = referrals.filter(({ state }) => isOpen(state) || state === 'rejected' || state === 'failed');
  const items = [
    ...(last === undefined ? [] : [item('review', last, '', last)]),
    ...plan.goals.map(({ id, text }) => item('goal', id, text)),
    ...late.map(({ id, text, by = '' }) => item('step', id, text, by)),
    ...talked.map(({ id, service, state }) => item('referral', id, service, state)),
  ];
  return items.slice(0, MOST_MADE);
}

function item(kind: AgendaKind, of: string, text: string, detail = ''): AgendaItem {
  return { id: `${kind}-${of}`, version: 1, kind, text, detail, notes: '' };
}
