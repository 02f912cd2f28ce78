import type { Offer } from '../../core/directory/offer.ts';
import { compact } from '../../core/imports/compact.ts';
import type { PlanOutcome } from '../../core/placement/plan-input.ts';
import { needOf } from './open-rows.ts';
import { pairId } from './pair-store.ts';
import type { PeoplesChoices } from './plan-choices.ts';
import type { PlacementRecord, PlanPairRecord, PlanRowRecord } from './plan-collections.ts';
import type { PlanNeeds } from './plan-needs.ts';

/** The rows of a plan, as it was made, in the order of its needs. */
export function planRowsOf(
  planId: string,
  found: PlanNeeds,
  offers: readonly Offer[],
  { choice, without }: PlanOutcome,
  { inForce, refused }: PeoplesChoices,
): PlanRowRecord[] {
  return found.needs.map((need, at): PlanRowRecord => {
    const id = needOf(need);
    const placement = inForce.get(id);
    const taken = choice[at]!;
    const reason = without[at];
    const placed = placement
      ? asAccepted(placement)
      : taken >= 0
        ? asProposed(found, offers, taken)
        : undefined;
    return {
      id: `${planId}:${id}`,
      planId,
      ...need,
      ...(placed ?? { state: 'unplaced' as const, ...compact({ without: reason }) }),
      choices: found.first[at + 1]! - found.first[at]!,
      refusedOffers: [...(refused.get(id) ?? [])].sort(),
      decision: 0,
      past: [],
    };
  });
}

function asAccepted({ offerId, score, minutes, mode, from }: PlacementRecord) {
  return { state: 'accepted' as const, offerId, score, minutes, mode, from };
}

function asProposed(found: PlanNeeds, offers: readonly Offer[], choice: number) {
  return {
    state: 'proposed' as const,
    offerId: offers[found.offer[choice]!]!.id,
    score: found.score[choice]! / 10_000,
    ...found.wayOf(choice),
  };
}

/** Those who were kept together still are, as far as both are in the plan. */
export function planPairsOf(
  planId: string,
  { needs }: PlanNeeds,
  { together }: PeoplesChoices,
): PlanPairRecord[] {
  const studentOf = new Map(needs.map((need) => [needOf(need), need.studentId]));
  return together.flatMap(([a, b]): PlanPairRecord[] => {
    const [first, second] = [studentOf.get(a), studentOf.get(b)];
    if (first === undefined || second === undefined) return [];
    return [
      {
        id: pairId(planId, a, b),
        planId,
        rows: [a, b],
        studentIds: [first, second],
        active: true,
        decision: 0,
        past: [],
      },
    ];
  });
}
