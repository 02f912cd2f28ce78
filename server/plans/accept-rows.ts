import { compact } from '../../core/imports/compact.ts';
import type { PlanConflict } from '../../core/placement/plan.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import type { OfferRecord } from '../directory/offer-collection.ts';
import { changeRows, type RowChange } from './change-rows.ts';
import type { OpenRow } from './open-rows.ts';
import { endPlacements } from './placement-store.ts';
import type { PlacementRecord, PlanDecisionRecord } from './plan-collections.ts';
import { takePlaces } from './take-places.ts';

export interface Outcome {
  changed: RowChange[];
  conflicts: PlanConflict[];
}

/**
 * Puts what rows propose in force, after asking everything anew: the need, the offer, the place. Where places are
 * short, the more urgent need comes first, then the better score.
 * @param undo the rows become what they were before
 */
export async function acceptRows(
  deps: Pick<Deps, 'db' | 'rules'>,
  decision: PlanDecisionRecord,
  changes: readonly RowChange[],
  undo = false,
): Promise<Outcome> {
  const conflicts: PlanConflict[] = [];
  const offers = await readOpenOffers(deps, changes);
  const sound = changes.filter(({ row }) => {
    const code = whyNot(row, offers);
    if (code) conflicts.push({ row: row.id, code });
    return code === undefined;
  });
  const byNeed = new Map(sound.map((change) => [change.row.id, change]));
  const wanted = sound
    .map(({ row }) => placementOf(row, offers.get(row.record.offerId!)!, decision))
    .sort(
      (a, b) => urgencyOf(byNeed, b) - urgencyOf(byNeed, a) || b.score - a.score || (a.id < b.id ? -1 : 1),
    );
  const taken = await takePlaces(deps.db, deps.rules.placement, offers, wanted);
  conflicts.push(...taken.conflicts);
  const placed = taken.placed.map(({ id }) => byNeed.get(id)!);
  const changed = await changeRows(deps.db, placed, undo);
  const isChanged = new Set(changed.map(({ row }) => row.id));
  const lost = taken.placed.filter(({ id }) => !isChanged.has(id));
  await endPlacements(deps.db, lost);
  conflicts.push(...lost.map(({ id }) => ({ row: id, code: 'changed' as const })));
  return { changed, conflicts };
}

function urgencyOf(byNeed: ReadonlyMap<string, RowChange>, { id }: PlacementRecord): number {
  return byNeed.get(id)!.row.record.urgency;
}

/** Offers of these rows that may be placed at: one that has become confidential may not. */
async function readOpenOffers(
  { db }: Pick<Deps, 'db'>,
  changes: readonly RowChange[],
): Promise<Map<string, OfferRecord>> {
  const ids = new Set(changes.flatMap(({ row }) => row.record.offerId ?? []));
  const found = await readOffersById(db, [...ids]);
  return new Map(
    found.filter(({ confidentiality }) => confidentiality === 'public').map((offer) => [offer.id, offer]),
  );
}

function whyNot(
  { record: { offerId, term }, placement, student }: OpenRow,
  offers: ReadonlyMap<string, unknown>,
): PlanConflict['code'] | undefined {
  if (offerId === undefined) return 'unplaced';
  if (!student.needs.some((need) => need.term === term)) return 'need-gone';
  if (placement) return 'placed';
  return offers.has(offerId) ? undefined : 'offer-gone';
}

function placementOf(
  { id, record, student }: OpenRow,
  { id: offerId, serviceId }: OfferRecord,
  { planId, number, accountId, at }: PlanDecisionRecord,
): PlacementRecord {
  const { studentId, term, score = 0, minutes = 0, mode = 'walk', from = 'school' } = record;
  return {
    id,
    studentId,
    term,
    schoolId: student.schoolId,
    offerId,
    serviceId,
    score,
    minutes,
    mode,
    from,
    planId,
    decision: number,
    ...compact({ accountId }),
    at,
  };
}
