import { z } from 'zod';
import { DOMAIN_IDS } from '../taxonomy/term.ts';
import type { PlaceCluster } from './cluster-places.ts';
import { Offer } from './offer.ts';

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

/** Where a search by distance starts. */
export interface Origin {
  lon: number;
  lat: number;
  /** The school that it is, where it is one. */
  schoolId?: string;
  name?: string;
}

/** What Find answers. */
export interface FoundOffers {
  items: OfferView[];
  total: number;
  page: number;
  perPage: number;
  origin: Origin | null;
}

/** One mark on the map. */
export interface OfferMark {
  id: string;
  locationId: string;
  lon: number;
  lat: number;
  domain: OfferView['domain'];
  name: string;
  /** True where no place is free. */
  full: boolean;
}

/** What a window of the map shows of more places than are sent at once. */
export interface CrowdInWindow {
  clusters: PlaceCluster[];
  /** Those that stand apart. */
  items: OfferMark[];
  /** How many offers there are in all, in the window or not. */
  total: number;
}
