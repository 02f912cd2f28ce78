import { z } from 'zod';
import { DOMAIN_IDS } from '../taxonomy/term.ts';
import { VERIFIERS } from '../verification/verified.ts';
import { OfferView } from './offer-view.ts';
import { Location, Organization, Service } from './service.ts';

const Domain = z.enum(DOMAIN_IDS);

/** What the page of a service tells. `verified`: when and by whom it was last said to be right; null: nobody knows. */
export const ServicePage = z.object({
  service: Service,
  verified: z.object({ on: z.iso.date(), by: z.enum(VERIFIERS) }).nullable(),
  organization: Organization,
  /** The location is null where it must not be found. */
  places: z.array(z.object({ offer: OfferView, location: Location.nullable() })),
});
export type ServicePage = z.infer<typeof ServicePage>;

/** What the page of a site tells. */
export const SitePage = z.object({
  location: Location,
  offers: z.array(OfferView),
  /** How many offers other sites nearby have, by domain. */
  neighbours: z.object({ radiusKm: z.number(), domains: z.partialRecord(Domain, z.int()) }),
  missing: z.array(Domain),
});
export type SitePage = z.infer<typeof SitePage>;

/** What the page of an organization tells. */
export const OrganizationPage = z.object({
  organization: Organization,
  services: z.array(z.object({ id: z.string(), name: z.string(), terms: z.array(z.string()) })),
  locations: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type OrganizationPage = z.infer<typeof OrganizationPage>;
