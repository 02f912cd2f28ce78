import type { NamedOffer } from '../../../core/gaps/gap.ts';

/** The nearest service by name and where it is, as the way to it. A dash where there is none, or none that is told. */
export function NearestLink({ offer }: { offer: NamedOffer | undefined }) {
  if (!offer) return <span class="muted">–</span>;
  return (
    <>
      <a href={`/services/${offer.serviceId}`}>{offer.serviceName}</a>{' '}
      <span class="muted small">{offer.locationName}</span>
    </>
  );
}
