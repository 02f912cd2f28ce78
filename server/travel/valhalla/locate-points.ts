import { z } from 'zod';
import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import type { ValhallaAsk } from './valhalla-ask.ts';

/** As many as one question holds. */
const BATCH = 100;

const Located = z.array(
  z.object({
    edges: z
      .array(z.object({ correlated_lon: z.number(), correlated_lat: z.number() }))
      .nullish()
      .transform((edges) => edges ?? []),
  }),
);

/** How many km each point lies from the nearest road of the mode; Infinity where there is none far and wide. */
export async function kmToRoad(
  ask: ValhallaAsk,
  points: readonly Position[],
  costing: string,
): Promise<Float64Array> {
  const km = new Float64Array(points.length);
  for (let from = 0; from < points.length; from += BATCH) {
    const batch = points.slice(from, from + BATCH);
    const locations = batch.map(([lon, lat]) => ({ lon, lat }));
    const answer = Located.length(batch.length).parse(await ask('locate', { locations, costing }));
    for (const [k, { edges }] of answer.entries())
      km[from + k] = edges.reduce(
        (least, { correlated_lon: lon, correlated_lat: lat }) =>
          Math.min(least, greatCircleKm(batch[k]!, [lon, lat])),
        Number.POSITIVE_INFINITY,
      );
  }
  return km;
}
