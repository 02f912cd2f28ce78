import { z } from 'zod';
import { isGivenOpenly, isShown, locationBeside, veiledLocation } from '../../core/directory/confidential.ts';
import { localMoment } from '../../core/directory/local-moment.ts';
import type { Location } from '../../core/directory/service.ts';
import { DOMAIN_IDS, type DomainId } from '../../core/taxonomy/term.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readDistrict } from '../settings/district-store.ts';
import {
  readLocation,
  readLocations,
  readOffers,
  readOrganization,
  readService,
  readServicesOf,
} from './directory-store.ts';
import { nearestByDomain } from './nearest-by-domain.ts';
import type { OfferRecord } from './offer-collection.ts';
import { type ViewContext, viewOffer } from './offer-view.ts';
import { recordCapacity } from './record-capacity.ts';

/** A neighbourhood reaches one mile. */
const NEIGHBOURHOOD_KM = 1.609344;

const Id = z.object({ id: z.string().max(100) });

const places = z.int('must be a whole number').min(0, 'cannot be less than 0').max(100_000);
const CapacityBody = z.strictObject({ available: places, maximum: places.optional() });

export function recordRoutes(deps: Deps, clock: () => Date): Route[] {
  return [
    route({
      method: 'get',
      path: '/services/:id',
      action: 'directory.read',
      params: Id,
      handle: ({ params }) => showService(deps, clock, params.id),
    }),
    route({
      method: 'get',
      path: '/locations/:id',
      action: 'directory.read',
      params: Id,
      handle: ({ params }) => showSite(deps, clock, params.id),
    }),
    route({
      method: 'get',
      path: '/organizations/:id',
      action: 'directory.read',
      params: Id,
      handle: ({ params }) => showOrganization(deps, params.id),
    }),
    route({
      method: 'patch',
      path: '/services/:id/capacity',
      action: 'capacity.change',
      params: Id,
      body: CapacityBody,
      handle: async ({ params, body, account, access }) => {
        const service = await readService(deps.db, params.id);
        if (!service || !account) throw notFound();
        await access.must({ organizationId: service.organizationId });
        const by = { accountId: account.id, at: clock() };
        return recordCapacity({ db: deps.db, taxonomy: deps.rules.taxonomy }, service, body, by);
      },
    }),
  ];
}

async function showService(deps: Deps, clock: () => Date, id: string) {
  const service = await readService(deps.db, id);
  if (!service) throw notFound();
  const [organization, offers, context] = await Promise.all([
    readOrganization(deps.db, service.organizationId),
    readOffers(deps.db, { serviceId: id }),
    viewContext(deps, clock),
  ]);
  if (!organization) throw notFound();
  const found = await readLocations(
    deps.db,
    offers.map(({ locationId }) => locationId),
  );
  const byId = new Map(found.map((location) => [location.id, location]));
  const places = offers.map((offer) => {
    const location = byId.get(offer.locationId);
    return { offer: viewOffer(offer, context), location: location ? locationBeside(offer, location) : null };
  });
  return { service, organization, places };
}

async function showSite(deps: Deps, clock: () => Date, id: string) {
  const [location, offers, context] = await Promise.all([
    readLocation(deps.db, id),
    readOffers(deps.db, { locationIds: [id] }),
    viewContext(deps, clock),
  ]);
  if (!location || !isShown(location, offers)) throw notFound();
  const here = offers.filter((offer) => isGivenOpenly(offer, location));
  const around = await readNeighbours(deps, location);
  const missing = around
    ? DOMAIN_IDS.filter((domain) => !around[domain] && !here.some((offer) => isOf(offer, domain)))
    : [];
  return {
    location: location.confidentiality === 'public' ? location : veiledLocation(location),
    offers: here.map((offer) => viewOffer(offer, context)),
    neighbours: { radiusKm: NEIGHBOURHOOD_KM, domains: around ?? {} },
    missing,
  };
}

/** Offers of other sites nearby, by domain. Undefined where the place is not known, or not to be known. */
async function readNeighbours(
  { db }: Deps,
  { id, confidentiality, point }: Location,
): Promise<Partial<Record<DomainId, number>> | undefined> {
  if (confidentiality !== 'public' || !point) return undefined;
  const found = await nearestByDomain(db, point.coordinates, NEIGHBOURHOOD_KM, { locationId: { $ne: id } });
  return Object.fromEntries(found.map(({ domain, offers }) => [domain, offers]));
}

async function showOrganization({ db }: Deps, id: string) {
  const [organization, services, offers] = await Promise.all([
    readOrganization(db, id),
    readServicesOf(db, id),
    readOffers(db, { organizationId: id }),
  ]);
  if (!organization) throw notFound();
  const sites = await readLocations(
    db,
    offers.map(({ locationId }) => locationId),
    id,
  );
  const there = await readOffers(db, { locationIds: sites.map((site) => site.id) });
  const shown = sites.filter((site) =>
    isShown(
      site,
      there.filter((offer) => offer.locationId === site.id),
    ),
  );
  return {
    organization,
    services: services.map(({ id: serviceId, name, terms }) => ({ id: serviceId, name, terms })).sort(byName),
    locations: shown.map(({ id: locationId, name }) => ({ id: locationId, name })).sort(byName),
  };
}

async function viewContext({ db, rules }: Deps, clock: () => Date): Promise<ViewContext> {
  const district = await readDistrict(db);
  return { taxonomy: rules.taxonomy, moment: localMoment(clock(), district?.timezone ?? 'UTC') };
}

function isOf(offer: OfferRecord, domain: DomainId): boolean {
  return offer.termsAndAbove.includes(domain);
}

function byName(a: { id: string; name: string }, b: { id: string; name: string }): number {
  return a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);
}
