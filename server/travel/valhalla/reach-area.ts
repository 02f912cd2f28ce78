import { z } from 'zod';
import { Area, type Position } from '../../../core/geo/point.ts';
import type { ModeRule, TravelMode } from '../../../core/travel/travel.ts';
import { minutesToRoad } from '../../../core/travel/way-to-road.ts';
import { kmToRoad } from './locate-points.ts';
import { COSTINGS, type ValhallaAsk } from './valhalla-ask.ts';

const Isochrone = z.object({ features: z.array(z.object({ geometry: Area })).min(1) });

/** The area that is reached within some minutes; undefined where the mode has no roads or they leave no time to go. */
export async function reachArea(
  ask: ValhallaAsk,
  point: Position,
  mode: TravelMode,
  minutes: number,
  rule: ModeRule,
): Promise<Area | undefined> {
  const costing = COSTINGS[mode];
  if (costing === undefined) return undefined;
  const [km] = await kmToRoad(ask, [point], costing);
  const time = minutes - rule.overheadMinutes - minutesToRoad(km!, rule);
  if (!(time > 0)) return undefined;
  const [lon, lat] = point;
  const contours = [{ time }];
  const answer = await ask('isochrone', { locations: [{ lon, lat }], costing, contours, polygons: true });
  return Isochrone.parse(answer).features[0]!.geometry;
}
