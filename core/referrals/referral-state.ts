import { z } from 'zod';

/**
 * Where a referral stands: the states of a FHIR R4 Task as the SDOH Clinical Care guide uses them.
 * https://hl7.org/fhir/us/sdoh-clinicalcare/referral_workflow.html
 */
export const REFERRAL_STATES = [
  'draft',
  'requested',
  'received',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'cancelled',
  'failed',
] as const;
export const ReferralState = z.enum(REFERRAL_STATES);
export type ReferralState = z.infer<typeof ReferralState>;

/** Who turns it: the school, the partner, or Trellis itself. */
export const PARTIES = ['school', 'partner', 'system'] as const;
export const Party = z.enum(PARTIES);
export type Party = z.infer<typeof Party>;

const BOTH = ['school', 'partner'] as const;
const HOME = ['school', 'system'] as const;

/**
 * From each state where to, and by whom. The school may write down what a partner answered by telephone; only the
 * partner's own opening is a `received`. What has ended stays as it ended.
 */
const WAYS: Record<ReferralState, Partial<Record<ReferralState, readonly Party[]>>> = {
  draft: { requested: HOME, cancelled: HOME },
  requested: { received: ['partner'], accepted: BOTH, rejected: BOTH, cancelled: HOME },
  received: { accepted: BOTH, rejected: BOTH, cancelled: HOME },
  accepted: { 'in-progress': BOTH, 'on-hold': BOTH, completed: BOTH, failed: BOTH, cancelled: HOME },
  'in-progress': { 'on-hold': BOTH, completed: BOTH, failed: BOTH, cancelled: HOME },
  'on-hold': { 'in-progress': BOTH, completed: BOTH, failed: BOTH, cancelled: HOME },
  rejected: {},
  completed: {},
  cancelled: {},
  failed: {},
};

export function mayTurn(from: ReferralState, to: ReferralState, by: Party): boolean {
  return WAYS[from][to]?.includes(by) ?? false;
}

/** Where a party can turn a referral from here, in the order of the states. */
export function nextStates(from: ReferralState, by: Party): ReferralState[] {
  return REFERRAL_STATES.filter((to) => mayTurn(from, to, by));
}

/** The states that no way leads out of. */
export const ENDED_STATES: readonly ReferralState[] = REFERRAL_STATES.filter(
  (state) => Object.keys(WAYS[state]).length === 0,
);

export const OPEN_STATES: readonly ReferralState[] = REFERRAL_STATES.filter(
  (state) => !ENDED_STATES.includes(state),
);

/** Sent, and the partner has not said yes or no. */
export const UNANSWERED_STATES: readonly ReferralState[] = ['requested', 'received'];

/** The partner said yes, and it has not ended: the student has a place. */
export const GIVEN_STATES: readonly ReferralState[] = OPEN_STATES.filter(
  (state) => state !== 'draft' && !UNANSWERED_STATES.includes(state),
);

export function isOpen(state: ReferralState): boolean {
  return OPEN_STATES.includes(state);
}

export function isUnanswered(state: ReferralState): boolean {
  return UNANSWERED_STATES.includes(state);
}
