import type { Position } from '../../../core/geo/point.ts';
import type { PlanRow } from '../../../core/placement/plan.ts';
import { isPlaced } from '../../../core/placement/plan-totals.ts';
import type { DomainId } from '../../../core/taxonomy/term.ts';
import type { PlanOffer, PlanPlaces } from '../../api/plans.ts';

/** So many needs go from one school to one place, for help of one domain. */
export interface Flow {
  id: string;
  schoolId: string;
  from: Position;
  to: Position;
  place: string;
  domain: DomainId | null;
  needs: number;
  /** How many flows between the same two points stand before this one. */
  turn: number;
}

/** The flow that a row is part of; null where it has no place, or one that no map may show. */
export function flowIdOf(row: PlanRow, { offers, schools }: PlanPlaces): string | null {
  if (row.offerId === undefined || !isPlaced(row.state)) return null;
  const offer = offers[row.offerId];
  if (!offer?.point || !schools[row.schoolId]?.point) return null;
  return [row.schoolId, offer.point.join(), offer.domain ?? ''].join('~');
}

/** Who goes where, most needs first. It begins at the school: a line from a home would point at it. */
export function flowsOf(rows: readonly PlanRow[], places: PlanPlaces): Flow[] {
  const flows = new Map<string, Flow>();
  for (const row of rows) {
    const id = flowIdOf(row, places);
    if (id === null) continue;
    const flow = flows.get(id) ?? begin(id, row, places);
    flow.needs += 1;
    flows.set(id, flow);
  }
  const sorted = [...flows.values()].sort((a, b) => b.needs - a.needs || (a.id < b.id ? -1 : 1));
  const turns = new Map<string, number>();
  for (const flow of sorted) {
    const ends = `${flow.from} ${flow.to}`;
    flow.turn = turns.get(ends) ?? 0;
    turns.set(ends, flow.turn + 1);
  }
  return sorted;
}

function begin(id: string, row: PlanRow, { offers, schools }: PlanPlaces): Flow {
  const offer = offers[row.offerId ?? '']!;
  const from = schools[row.schoolId]!.point!;
  const to = offer.point!;
  const { schoolId } = row;
  return { id, schoolId, from, to, place: placeNameOf(offer), domain: offer.domain, needs: 0, turn: 0 };
}

export function placeNameOf({ locationName, organizationName }: PlanOffer): string {
  return locationName || organizationName;
}
