import { z } from 'zod';
import { Position } from '../geo/point.ts';
import { DOMAIN_IDS } from '../taxonomy/term.ts';
import { Offer } from './offer.ts';
import { PlaceCluster } from './place-cluster.ts';

/**
 * An offer as people see it: with how far it is from where they asked, and whether it is open.
 * A confidential offer (`confidentiality` not `public`) names no place: it has no `locationId`, `point`, `address`,
 * `km` or `minutes`.
 */
export const OfferView = Offer.omit({
  words: true,
  residenceAreas: true,
  locationId: true,
  timetables: true,
}).extend({
  locationId: z.string().optional(),
  /** From the origin that was asked, by the mode that was asked. */
  minutes: z.number().optional(),
  km: z.number().optional(),
  /** Null: its hours are not known. */
  openNow: z.boolean().nullable(),
  /** The domain of its first term. */
  domain: z.enum(DOMAIN_IDS).nullable(),
});
export type OfferView = z.infer<typeof OfferView>;

/** One mark on the map. */
export const OfferMark = z.object({
  id: z.string(),
  locationId: z.string(),
  lon: z.number(),
  lat: z.number(),
  domain: OfferView.shape.domain,
  name: z.string(),
  /** True where no place is free. */
  full: z.boolean(),
});
export type OfferMark = z.infer<typeof OfferMark>;

/** What a window of the map shows of more places than are sent at once. */
export const CrowdInWindow = z.object({
  clusters: z.array(PlaceCluster),
  /** Those that stand apart. */
  items: z.array(OfferMark),
  /** How many offers there are in all, in the window or not. */
  total: z.int().min(0),
});
export type CrowdInWindow = z.infer<typeof CrowdInWindow>;

/** What Find answers. `origin`: where the search by distance starts; null without one. */
export const FoundOffers = z.object({
  items: z.array(OfferView),
  total: z.int().min(0),
  page: z.int(),
  perPage: z.int(),
  origin: Position.nullable(),
});
export type FoundOffers = z.infer<typeof FoundOffers>;
