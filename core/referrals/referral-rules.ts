import { z } from 'zod';
import { Party, ReferralState } from './referral-state.ts';

const Words = z.string().min(1);

/** Why a referral ended, or what came of it: a line of data/referrals. */
export const ReferralEnding = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** The states that it goes with, and who may give it. */
  for: z.array(ReferralState).min(1),
  by: z.array(Party).min(1),
  /** The need is still there and nobody helps: it counts as unmet. */
  unmet: z.boolean(),
  /** What was asked for was given: a step of the student's plan that waited for it may be done. */
  success: z.boolean().default(false),
  en: Words,
  es: Words,
});
export type ReferralEnding = z.infer<typeof ReferralEnding>;

const Endings = z.array(ReferralEnding).refine(haveEachCodeOnce, 'has a code twice');

/** Reasons that Trellis gives by itself. */
export const OWN_REASONS = ['taken-back', 'consent-withdrawn', 'organization-closed'] as const;

/** Why a referral was refused or called off. */
export const ReferralReasons = Endings.refine(
  (list) => OWN_REASONS.every((own) => list.some(({ code }) => code === own)),
  `must have ${OWN_REASONS.join(', ')}`,
);

/** What came of one that was accepted. */
export const ReferralOutcomes = Endings;

export interface ReferralRules {
  reasons: readonly ReferralEnding[];
  outcomes: readonly ReferralEnding[];
}

function haveEachCodeOnce(list: readonly ReferralEnding[]): boolean {
  return new Set(list.map(({ code }) => code)).size === list.length;
}

/** Of each end whether it asks for a reason or for an outcome. */
const ASKED: Partial<Record<ReferralState, 'reason' | 'outcome'>> = {
  rejected: 'reason',
  cancelled: 'reason',
  completed: 'outcome',
  failed: 'outcome',
};

export function askedFor(to: ReferralState): 'reason' | 'outcome' | undefined {
  return ASKED[to];
}

/** What a party may give as the reason or outcome of an end; nothing for what is no end. */
export function endingsFor(
  { reasons, outcomes }: ReferralRules,
  to: ReferralState,
  by: Party,
): ReferralEnding[] {
  const asked = askedFor(to);
  const list = asked === 'reason' ? reasons : asked === 'outcome' ? outcomes : [];
  return list.filter((ending) => ending.for.includes(to) && ending.by.includes(by));
}

/** What is said with a change. */
export interface Said {
  reason?: string | undefined;
  outcome?: string | undefined;
}

/** What is wrong with what is said: nothing where an end asks for it, something that is not in the list, or too much. */
export function endingFault(
  rules: ReferralRules,
  to: ReferralState,
  by: Party,
  said: Said,
): { path: 'reason' | 'outcome'; message: string } | undefined {
  const asked = askedFor(to);
  for (const path of ['reason', 'outcome'] as const)
    if (path !== asked && said[path] !== undefined) return { path, message: 'does not go with this' };
  if (!asked) return undefined;
  const given = said[asked];
  if (given === undefined)
    return { path: asked, message: asked === 'reason' ? 'say why' : 'say what came of it' };
  if (endingsFor(rules, to, by).some(({ code }) => code === given)) return undefined;
  return { path: asked, message: 'choose one from the list' };
}

/** Whether it ended with what was asked for. */
export function hasSucceeded({ outcomes }: Pick<ReferralRules, 'outcomes'>, { outcome }: Said): boolean {
  return outcomes.some(({ code, success }) => code === outcome && success);
}

/** Whether somebody is left without help by how this ended. */
export function leavesUnmet({ reasons, outcomes }: ReferralRules, { reason, outcome }: Said): boolean {
  return [
    ...reasons.filter(({ code }) => code === reason),
    ...outcomes.filter(({ code }) => code === outcome),
  ].some(({ unmet }) => unmet);
}
