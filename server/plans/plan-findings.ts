import type { Offer } from '../../core/directory/offer.ts';
import type { RunFinding } from '../../core/jobs/run-finding.ts';
import type { PlacementRules } from '../../core/placement/places.ts';
import type { PlanFault } from '../../core/placement/plan-faults.ts';

/** What people should know of what a plan was made of: first what holds for matches too, then what planning met. */
export function planFindings(
  offers: readonly Offer[],
  { unknownPlaces }: PlacementRules,
  ofInputs: readonly RunFinding[],
  faults: readonly PlanFault[],
): RunFinding[] {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  return [
    ...ofInputs.map((finding) =>
      finding.code === 'places-unknown' ? { ...finding, values: { taken: unknownPlaces } } : finding,
    ),
    ...faults.map(({ code, count, offerIds }) => ({
      code,
      count,
      values: {},
      offers: offerIds.flatMap((id) => {
        const offer = byId.get(id);
        return offer ? [{ id, serviceId: offer.serviceId, name: offer.serviceName }] : [];
      }),
    })),
  ];
}
