import { locationBeside } from '../../core/directory/confidential.ts';
import { veiledOrganization, veiledService } from '../../core/directory/veil-service.ts';
import { lastVerified } from '../../core/verification/verified.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { readVerifications } from '../verification/verification-store.ts';
import { readLocations, readOffers, readOrganization, readService } from './directory-store.ts';
import { viewOffer } from './offer-view.ts';
import { readSecretPlaces } from './read-secret-places.ts';
import { viewContext } from './view-context.ts';

/** The page of a service: who gives it and where. What could give a confidential place away is left out of all three. */
export async function showService(deps: Deps, clock: () => Date, asked: string) {
  const service = await readService(deps.db, asked);
  if (!service) throw notFound();
  const { id } = service;
  const [organization, offers, context, words] = await Promise.all([
    readOrganization(deps.db, service.organizationId),
    readOffers(deps.db, { serviceId: id }),
    viewContext(deps, clock),
    readVerifications(deps.db, [id]),
  ]);
  if (!organization) throw notFound();
  const [found, secrets] = await Promise.all([
    readLocations(
      deps.db,
      offers.map(({ locationId }) => locationId),
    ),
    readSecretPlaces(deps.db, organization),
  ]);
  const byId = new Map(found.map((location) => [location.id, location]));
  // A place that has just gone takes its offer along a moment later.
  const places = offers.flatMap((offer) => {
    const location = byId.get(offer.locationId);
    return location ? [{ offer: viewOffer(offer, context), location: locationBeside(offer, location) }] : [];
  });
  const [told, toldOfOrganization] = [secrets.ofService(service), secrets.ofOrganization];
  return {
    service: told ? veiledService(service, told) : service,
    /** When and by whom it was last said to be right; null: nobody knows. */
    verified: lastVerified(service.assuredDate, words.get(id)) ?? null,
    organization: toldOfOrganization ? veiledOrganization(organization, toldOfOrganization) : organization,
    places,
  };
}
