import { isShown, tellableName } from '../../core/directory/confidential.ts';
import type { Location } from '../../core/directory/service.ts';
import { veiledOrganization } from '../../core/directory/veil-service.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { readLocations, readOffers, readOrganization, readServicesOf } from './directory-store.ts';
import { readSecretPlaces, readServicesThere } from './read-secret-places.ts';

/** The page of an organization: what it gives, and its places that may be named. */
export async function showOrganization({ db }: Deps, asked: string) {
  const organization = await readOrganization(db, asked);
  if (!organization) throw notFound();
  const { id } = organization;
  const [services, offers] = await Promise.all([
    readServicesOf(db, id),
    readOffers(db, { organizationId: id }),
  ]);
  const sites = await readLocations(
    db,
    offers.map(({ locationId }) => locationId),
    id,
  );
  const siteIds = sites.map((site) => site.id);
  const [there, servicesAt, secrets] = await Promise.all([
    readOffers(db, { locationIds: siteIds }),
    readServicesThere(db, siteIds),
    readSecretPlaces(db, organization),
  ]);
  const shown = sites.filter((site) =>
    isShown(
      site,
      there.filter((offer) => offer.locationId === site.id),
      servicesAt(site.id),
    ),
  );
  const told = secrets.ofOrganization;
  return {
    organization: told ? veiledOrganization(organization, told) : organization,
    services: services.map(({ id: serviceId, name, terms }) => ({ id: serviceId, name, terms })).sort(byName),
    locations: shown.map((site) => ({ id: site.id, name: nameOf(site) })).sort(byName),
  };
}

function nameOf(site: Location): string {
  return site.confidentiality === 'public' ? site.name : tellableName(site);
}

function byName(a: { id: string; name: string }, b: { id: string; name: string }): number {
  return a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
}
