import { roundMinutes } from '../travel/trip.ts';
import type { Court } from './judge-offer.ts';
import type { Match } from './match.ts';
import type { PreparedMatching } from './prepare-matching.ts';
import type { Ranked } from './rank-offers.ts';
import { reasonsOf } from './reasons-of.ts';
import { roundFactors } from './score.ts';

/** A ranked offer as it is stored and shown, with its reasons. */
export function toMatch(
  { candidate, journey, factors, score }: Ranked,
  rank: number,
  { view, approval }: Court,
  { columns, rules }: Pick<PreparedMatching, 'columns' | 'rules'>,
): Match {
  const offer = columns.offers[candidate.offer]!;
  const hours = columns.hours.values[columns.hours.of[candidate.offer]!] ?? null;
  return {
    offerId: offer.id,
    rank,
    score,
    minutes: roundMinutes(journey.minutes),
    mode: journey.mode,
    from: journey.from,
    factors: roundFactors(factors),
    reasons: reasonsOf({ offer, hours, candidate, journey, view, rules, approval }),
  };
}
