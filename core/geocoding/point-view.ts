import { z } from 'zod';
import { Candidate, GEOCODING_STATES } from './geocoding.ts';

/**
 * Why a place has no point: something was found that a person decides about · nothing was found · somebody wants nothing of
 * what was found, or no point at all · its source tells a point that cannot be right · nobody has looked yet · it has no
 * address that could be looked for.
 */
export const POINT_REASONS = [
  'waiting',
  'not-found',
  'left',
  'wrong-point',
  'not-asked',
  'no-address',
] as const;
export const PointReason = z.enum(POINT_REASONS);
export type PointReason = z.infer<typeof PointReason>;

/** A public place that no map shows. */
export const PointlessView = z.object({
  id: z.string(),
  name: z.string(),
  /** In one line; empty: it has none. */
  address: z.string(),
  reason: PointReason,
  /** How many services are given there. */
  services: z.int().min(0),
  /** How many points were found to choose from. */
  candidates: z.int().min(0),
});
export type PointlessView = z.infer<typeof PointlessView>;

export const PointList = z.object({
  /** Those with most services first. */
  items: z.array(PointlessView),
  total: z.int().min(0),
  page: z.int().min(1),
  perPage: z.int().min(1),
  counts: z.record(PointReason, z.int().min(0)),
});
export type PointList = z.infer<typeof PointList>;

/** What was found of a place's address; `none`: nobody has looked. */
export const GeocodingView = z.object({
  state: z.enum([...GEOCODING_STATES, 'none']),
  candidates: z.array(Candidate),
  several: z.boolean(),
});
export type GeocodingView = z.infer<typeof GeocodingView>;

/** Who finds points here, and for how many addresses nobody has looked yet. */
export const GeocoderView = z.object({
  geocoder: z.enum(['none', 'census', 'nominatim']),
  toAsk: z.int().min(0),
  counts: z.record(PointReason, z.int().min(0)),
});
export type GeocoderView = z.infer<typeof GeocoderView>;
