import type { Offer } from '../../core/directory/offer.ts';
import { groupOf } from '../../core/placement/group-of.ts';
import { takesPlace } from '../../core/placement/places.ts';
import type { PlanParams } from '../../core/placement/plan.ts';
import type { PlanInput } from '../../core/placement/plan-input.ts';
import type { School } from '../../core/schools/school.ts';
import type { Rules } from '../rules.ts';
import { needOf } from './open-rows.ts';
import type { PeoplesChoices } from './plan-choices.ts';
import type { PlacementRecord } from './plan-collections.ts';
import type { PlanNeeds } from './plan-needs.ts';
import { planPlaces } from './plan-places.ts';

export interface PlanParts {
  params: PlanParams;
  rules: Pick<Rules, 'placement' | 'groupings'>;
  offers: readonly Offer[];
  schools: readonly School[];
  found: PlanNeeds;
  choices: PeoplesChoices;
}

/** What the planning core is asked: needs, choices and places by position, in the order of students and offers. */
export function composePlan({ params, rules, offers, schools, found, choices }: PlanParts): PlanInput {
  const positions = new Map(found.needs.map((need, at) => [needOf(need), at]));
  const outside = [...choices.inForce.values()].filter(({ id }) => !positions.has(id));
  const grouping = rules.groupings.find(({ id }) => id === params.fairBy);
  const at = (need: string) => positions.get(need) ?? -1;
  return {
    urgency: Uint8Array.from(found.needs, ({ urgency }) => urgency),
    first: found.first,
    offer: found.offer,
    score: found.score,
    offerIds: offers.map(({ id }) => id),
    ...planPlaces(offers, rules.placement, outside),
    accepted: acceptedPlaces(offers, choices.inForce, positions),
    refused: new Map([...choices.refused].flatMap(([need, ids]) => (at(need) < 0 ? [] : [[at(need), ids]]))),
    together: choices.together.map(([a, b]) => [at(a), at(b)] as const).filter(([a, b]) => a >= 0 && b >= 0),
    ...(grouping && {
      fairBetween: groupsOf(found, groupOf(grouping, new Map(schools.map((s) => [s.id, s])))),
    }),
    searchLimit: rules.placement.searchLimit,
  };
}

/** Places given since the partner's last count take one of its places; those before are in it already. */
function acceptedPlaces(
  offers: readonly Offer[],
  inForce: ReadonlyMap<string, PlacementRecord>,
  positions: ReadonlyMap<string, number>,
): Map<number, { offerId: string; isCounted: boolean }> {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  return new Map(
    [...inForce.values()].flatMap(({ id, offerId, at }) => {
      const [need, offer] = [positions.get(id), byId.get(offerId)];
      const isCounted = offer !== undefined && !takesPlace(offer, at);
      return need === undefined ? [] : [[need, { offerId, isCounted }] as const];
    }),
  );
}

function groupsOf({ needs }: PlanNeeds, group: ReturnType<typeof groupOf>): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(needs, (need) => {
    const { id } = group(need);
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  });
}
