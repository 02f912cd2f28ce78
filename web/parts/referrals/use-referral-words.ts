import type { ReferralRules } from '../../../core/referrals/referral-rules.ts';
import { REFERRAL_STATES } from '../../../core/referrals/referral-state.ts';
import type { Problem } from '../../api/problem.ts';
import { type ReferralsTexts, referralsEn } from '../../text/referrals-en.ts';
import { referralsEs } from '../../text/referrals-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useWork, type Work } from '../work/use-work.ts';

const texts = { en: referralsEn, es: referralsEs };

export type SayReferrals = Translate<ReferralsTexts>;

/** What the screens about referrals speak with: their own texts as `t`, those of all work as `work.t`. */
export interface ReferralVoice extends Pick<Work, 'say' | 'term' | 'language'> {
  t: SayReferrals;
  work: Work;
}

export function useReferralWords(): ReferralVoice {
  const work = useWork();
  const t = useTextOf(texts);
  return { t, work, say: work.say, term: work.term, language: work.language };
}

/** A reason or an outcome in the reader's language. */
export function endingWords(
  { reasons, outcomes }: ReferralRules,
  { reason, outcome }: { reason?: string | undefined; outcome?: string | undefined },
  language: ReferralVoice['language'],
): string {
  const found = reasons.find(({ code }) => code === reason) ?? outcomes.find(({ code }) => code === outcome);
  return found?.[language] ?? '';
}

const KNOWN = [
  'no-consent',
  'full',
  'has-place',
  'offer-gone',
  'already-referred',
  'not-taken',
] as const satisfies readonly string[];

/** What went wrong, in words. */
export function problemWords({ code, errors }: Problem, t: SayReferrals): string {
  if (code === 'changed') return t('fail.changed', { state: stateWords(errors[0]?.message ?? '', t) });
  const known = KNOWN.find((one) => one === code);
  return t(known ? `fail.${known}` : 'fail.other');
}

function stateWords(state: string, t: SayReferrals): string {
  const known = REFERRAL_STATES.find((one) => one === state);
  return known ? t(`state.${known}`) : state;
}
