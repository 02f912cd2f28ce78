import type { NamedOffer } from '../../../core/gaps/gap.ts';

/** The nearest service by name, as the way to it. A dash where there is none, or none that is told. */
export function NearestLink({ offer }: { offer: NamedOffer | undefined }) {
  if (!offer) return <span class="muted">–</span>;
  return (
    <a class="nearest-link" href={`/services/${offer.serviceId}`}>
      {offer.serviceName}
    </a>
  );
}
