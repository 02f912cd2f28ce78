import type { Connection } from 'mongoose';
import type { Offer } from '../../core/directory/offer.ts';
import type { BoundingBox, Position } from '../../core/geo/point.ts';
import { FURTHEST_FROM_ROAD_KM } from '../../core/travel/way-to-road.ts';
import { offers } from '../../server/directory/offer-collection.ts';
import { listSchools } from '../../server/schools/school-store.ts';
import { model, type Stored } from '../../server/store/collection.ts';
import { kmToRoad } from '../../server/travel/valhalla/locate-points.ts';
import type { ValhallaAsk } from '../../server/travel/valhalla/valhalla-ask.ts';
import { Refusal } from '../start/refusal.ts';

/** A place that roads should lead to. */
export interface NamedPoint {
  name: string;
  point: Position;
}

/** Schools, and places of services as the public may know them. */
export async function placesToReach(db: Connection): Promise<NamedPoint[]> {
  const found = await model<Offer>(db, offers)
    .find({ point: { $exists: true } }, { serviceName: 1, point: 1 })
    .sort({ _id: 1 })
    .lean<Pick<Stored<Offer>, 'serviceName' | 'point'>[]>();
  const schools = await listSchools(db);
  const named = [...schools, ...found.map(({ serviceName, point }) => ({ name: serviceName, point }))];
  return named.flatMap(({ name, point }) => (point ? [{ name, point: point.coordinates }] : []));
}

/** @throws Refusal where an extract says that it lies elsewhere */
export function refuseElsewhere(extract: BoundingBox | undefined, district: BoundingBox | undefined): void {
  if (!extract || !district) return;
  const [west, south, east, north] = district;
  const [west2, south2, east2, north2] = extract;
  if (west2 <= east && west <= east2 && south2 <= north && south <= north2) return;
  throw new Refusal(
    `The extract covers ${extract.join(', ')}, the district lies in ${district.join(', ')}: they have nothing in common. Nothing has been changed.`,
  );
}

/** Says how many places the roads lead to. @throws Refusal where they lead to none of them */
export async function judgeRoads(
  ask: ValhallaAsk,
  places: readonly NamedPoint[],
  say: (line: string) => void,
): Promise<void> {
  const km = await kmToRoad(
    ask,
    places.map(({ point }) => point),
    'auto',
  );
  const off = places.filter((_, k) => km[k]! > FURTHEST_FROM_ROAD_KM);
  if (places.length > 0 && off.length === places.length)
    throw new Refusal(
      `None of the ${places.length} schools and places of services lies within ${FURTHEST_FROM_ROAD_KM} km of a road of this extract: it does not cover the district. Nothing has been changed.`,
    );
  say(
    `${places.length - off.length} of ${places.length} schools and places of services lie within ${FURTHEST_FROM_ROAD_KM} km of a road.`,
  );
  if (off.length > 0)
    say(
      `Not reached by road: ${off
        .slice(0, 5)
        .map(({ name }) => name)
        .join(', ')}${off.length > 5 ? ' …' : ''}.`,
    );
}
