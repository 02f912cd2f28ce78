import type { Polygon } from 'geojson';
import type { z } from 'zod';
import type { Location } from '../../core/directory/service.ts';
import type { Position } from '../../core/geo/point.ts';
import { isInside } from './county.ts';
import { DEMO_SYSTEM, demoId } from './demo-id.ts';
import { doorIn, farmNear, farmOnRoad, moved } from './place-points.ts';
import type { Random } from './random.ts';
import { SCHOOL_PLANS } from './school-plans.ts';
import { SETTLEMENTS } from './settlements.ts';
import type { PlacePlan } from './shared-places.ts';
import { demoPhone, roadAddress, streetAddress } from './street-address.ts';

/** Farms that one drives to from a settlement lie within this many km of it, east-west and north-south. */
const FARM_KM = 8;

export function makeLocations(
  places: readonly PlacePlan[],
  outline: Polygon,
  random: Random,
): z.input<typeof Location>[] {
  return places.map((place, index) => makeLocation(place, index, outline, random));
}

function makeLocation(
  place: PlacePlan,
  index: number,
  outline: Polygon,
  random: Random,
): z.input<typeof Location> {
  const identity = {
    id: demoId('location', place.key),
    source: { system: DEMO_SYSTEM, id: place.key },
    ...(place.organization === undefined
      ? {}
      : { organizationId: demoId('organization', place.organization) }),
    name: place.name,
    demo: true,
  };
  if (place.setting === 'virtual') return { ...identity, locationType: 'virtual' };
  return {
    ...identity,
    ...(place.confidentiality === undefined ? {} : { confidentiality: place.confidentiality }),
    point: { type: 'Point', coordinates: pointWithin(place, outline, random) },
    pointQuality: 'exact',
    addresses: [addressOf(place, random)],
    ...(random.chance(0.3) ? { phones: [{ number: demoPhone(400 + index), type: 'voice' }] } : {}),
    ...accessOf(place, random),
  };
}

function pointWithin(place: PlacePlan, outline: Polygon, random: Random): Position {
  for (;;) {
    const point = pointOf(place, random);
    if (isInside(outline, point)) return point;
  }
}

function pointOf(place: PlacePlan, random: Random): Position {
  const settlement = SETTLEMENTS[place.settlement];
  const school = SCHOOL_PLANS.find(({ key }) => key === place.key);
  const offset = school?.offset ?? place.offset;
  if (offset !== undefined) return moved(settlement.center, ...offset);
  if (place.setting === 'farm') return farmNear(settlement, random, FARM_KM);
  return place.setting === 'road' ? farmOnRoad(settlement, random) : doorIn(settlement, random);
}

function addressOf(place: PlacePlan, random: Random) {
  const settlement = SETTLEMENTS[place.settlement];
  return {
    address1: place.setting === 'street' ? streetAddress(settlement, random) : roadAddress(random),
    city: settlement.name,
    stateProvince: 'NE',
    postalCode: settlement.postalCode,
    country: 'US',
    type: 'physical',
  };
}

function accessOf(place: PlacePlan, random: Random): Pick<z.input<typeof Location>, 'accessibility'> {
  if (place.setting === 'road') return {};
  const access = random.weighted([
    ['Wheelchair access at the main door', 6],
    ['No step-free way in; call and we come out', 1],
    [undefined, 4],
  ] as const);
  return access === undefined ? {} : { accessibility: [{ description: access }] };
}
