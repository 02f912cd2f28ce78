import { z } from 'zod';
import { Point } from '../geo/point.ts';

/** How near a found point is to what was asked for: the house, its street, or only the town. */
export const MATCH_QUALITIES = ['exact', 'street', 'place'] as const;
export type MatchQuality = (typeof MATCH_QUALITIES)[number];

/** What speaks against a found point; keys of the interface's texts. */
export const MATCH_DOUBTS = [
  'approximate',
  'several',
  'outside',
  'other-postcode',
  'other-street',
  'other-town',
  'other-state',
] as const;
export const MatchDoubt = z.enum(MATCH_DOUBTS);
export type MatchDoubt = z.infer<typeof MatchDoubt>;

/** A point that a geocoder has found for an address, and how far it can be trusted (0 to 1). */
export const Candidate = z.object({
  point: Point,
  /** The address that the geocoder says is there. */
  label: z.string(),
  quality: z.enum(MATCH_QUALITIES),
  score: z.number().min(0).max(1),
  doubts: z.array(MatchDoubt),
});
export type Candidate = z.infer<typeof Candidate>;

/**
 * What became of looking for a place's address. `applying` is written before the point is; `waiting` is for a person to
 * decide; `left` means that a person has seen what was found and wants none of it.
 */
export const GEOCODING_STATES = ['applying', 'applied', 'waiting', 'not-found', 'left'] as const;
export type GeocodingState = (typeof GEOCODING_STATES)[number];

/** What a geocoder answers of one address. */
export interface GeocoderAnswer {
  found: MatchedAddress[];
  /** It knows several that fit equally and names none. */
  several?: true;
}

/** An address that a geocoder has found, as far as it tells its parts. */
export interface MatchedAddress {
  point: [number, number];
  label: string;
  quality: MatchQuality;
  /** It had to change the address to find it. */
  approximate?: true;
  street?: string;
  city?: string;
  /** Every name that it has for the state: "Nebraska", "NE". */
  states?: string[];
  postalCode?: string;
}
