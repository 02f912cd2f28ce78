import { z } from 'zod';
import { BoundingBox } from '../geo/point.ts';

/** Places that lie too near each other to be told apart at a zoom. */
export const PlaceCluster = z.object({
  /** The middle of its places. */
  lon: z.number(),
  lat: z.number(),
  places: z.int(),
  offers: z.int(),
  /** Where they lie: what to look at next. */
  box: BoundingBox,
});
export type PlaceCluster = z.infer<typeof PlaceCluster>;
