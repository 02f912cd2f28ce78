import type { Position } from '../../core/geo/point.ts';
import type { Random } from './random.ts';
import { SETTLEMENTS, type Settlement } from './settlements.ts';

const KM_PER_DEGREE = 111.2;
/** Width of a degree of longitude at the county's latitude, 41.4° north. */
const KM_PER_LON_DEGREE = 83.4;
/** A town block, with its street. */
const BLOCK_KM = 0.115;
/** Country roads run on the lines of the survey's square miles. */
const SECTION_KM = 1.609;
/** Farms lie within this many km of the village whose school they use. */
const FARM_KM = 13;

/** Five decimals: about a metre. */
export function degrees(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

export function moved([lon, lat]: Position, eastKm: number, northKm: number): Position {
  return [degrees(lon + eastKm / KM_PER_LON_DEGREE), degrees(lat + northKm / KM_PER_DEGREE)];
}

/** A door on the streets of a settlement: on the block lines, dense in the middle. */
export function doorIn(settlement: Settlement, random: Random, spread = settlement.radiusKm / 2): Position {
  const along = clamp(random.normal(spread), settlement.radiusKm);
  const across = Math.round(clamp(random.normal(spread), settlement.radiusKm) / BLOCK_KM) * BLOCK_KM;
  const [east, north] = random.chance(0.6) ? [along, across] : [across, along];
  return moved(settlement.center, east, north + (random.chance(0.5) ? 0.015 : -0.015));
}

/** Where a family lives that belongs to a settlement: in it, or on a farm around. */
export function homeOf(settlement: Settlement, onFarm: boolean, random: Random): Position {
  if (!onFarm) return doorIn(settlement, random);
  return random.chance(0.5) ? farmOnRoad(settlement, random) : farmNear(settlement, random, FARM_KM);
}

/** A farmyard: on a section line, within `km` of a settlement. */
export function farmNear(settlement: Settlement, random: Random, km: number): Position {
  const toSection = (x: number) => Math.round(x / SECTION_KM) * SECTION_KM;
  const east = (random.next() * 2 - 1) * km;
  const north = (random.next() * 2 - 1) * km;
  return random.chance(0.5)
    ? moved(settlement.center, toSection(east), north)
    : moved(settlement.center, east, toSection(north));
}

/** A farmyard beside the road between two settlements. */
export function farmOnRoad(settlement: Settlement, random: Random): Position {
  const ends = settlement.roads.map((key) => SETTLEMENTS[key]);
  const end = random.pick(ends);
  const share = 0.08 + random.next() * 0.55;
  const [lon, lat] = settlement.center;
  const [lon2, lat2] = end.center;
  const onRoad: Position = [lon + (lon2 - lon) * share, lat + (lat2 - lat) * share];
  return moved(onRoad, random.normal(1.1), random.normal(1.1));
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}
