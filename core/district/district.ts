import { z } from 'zod';
import { Area, BoundingBox, Position } from '../geo/point.ts';
import { LEAST_THRESHOLD } from '../privacy/threshold.ts';

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
  /** H3 resolution in which homes are kept: 7 is about 5 km², 8 about 0.7 km². */
  homeResolution: z.int().min(5).max(9).default(7),
  /** From how many students on a figure is told; 10 if nothing is said. */
  smallNumbers: z.int().min(LEAST_THRESHOLD).max(100).optional(),
  demo: z.boolean().default(false),
});
export type District = z.infer<typeof District>;
