import { z } from 'zod';
import { Area, BoundingBox, Position } from '../geo/point.ts';
import { LEAST_THRESHOLD } from '../privacy/threshold.ts';
import { COARSEST_HOME_RESOLUTION, FINEST_HOME_RESOLUTION } from './home-resolution.ts';

/** A community with its settings. One installation may hold several. */
export const District = z.object({
  id: z.string(),
  name: z.string().min(1),
  /** Where things may lie: a point outside is reported and not mapped. */
  bounds: BoundingBox,
  center: Position,
  area: Area.optional(),
  timezone: z.string().default('America/Chicago'),
  units: z.enum(['miles', 'kilometers']).default('miles'),
  /** H3 resolution in which homes are kept. */
  homeResolution: z
    .int()
    .min(COARSEST_HOME_RESOLUTION)
    .max(FINEST_HOME_RESOLUTION, 'finer cells than 7 would be houses rather than neighbourhoods')
    .default(FINEST_HOME_RESOLUTION),
  /** From how many students on a figure is told; 10 if nothing is said. */
  smallNumbers: z.int().min(LEAST_THRESHOLD).max(100).optional(),
  demo: z.boolean().default(false),
});
export type District = z.infer<typeof District>;
