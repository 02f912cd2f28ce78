import type { PairExplanation } from '../matching/explain-pair.ts';
import { LIMITS } from '../matching/match.ts';
import type { Referral } from './referral.ts';

/** Rules of a service that nobody could answer for this student: whoever refers says what the partner is to check. */
const ASKABLE: readonly string[] = [
  ...LIMITS.filter((limit) => limit !== 'hours' && limit !== 'full'),
  'conditions',
];

export interface PairCheck {
  /** Why this place does not take this student: limits of core/matching, or `other-kind`. */
  refused: string[];
  /** What nobody knows: it is to be said what the partner should check. */
  asks: string[];
  way?: Referral['way'];
  /** Whether it is one of the matches that are shown. */
  isMatch: boolean;
}

/** Whether a student can be referred to a place, as matching judges it. What is not known is asked, not refused. */
export function checkPair({ outcome, limits, match, shown }: PairExplanation): PairCheck {
  const failed = limits.filter(({ answer }) => answer === 'fails').map(({ limit }) => limit as string);
  const isElsewhere = outcome === 'no-place' || outcome === 'no-origin';
  const asks = limits
    .filter(({ answer, limit }) => answer === 'asks' && ASKABLE.includes(limit))
    .map(({ limit }) => limit as string);
  return {
    refused: outcome === 'other-kind' ? ['other-kind', ...failed] : failed,
    asks: isElsewhere ? [...asks, outcome] : asks,
    isMatch: outcome === 'match' && match !== undefined && match.rank <= shown,
    ...(match && {
      way: { score: match.score, minutes: match.minutes, mode: match.mode, from: match.from },
    }),
  };
}
