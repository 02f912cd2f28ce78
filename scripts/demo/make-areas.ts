import { bboxClip, area as squareMetres } from '@turf/turf';
import type { Feature, Polygon } from 'geojson';
import { greatCircleKm } from '../../core/geo/great-circle-km.ts';
import type { BoundingBox, Position } from '../../core/geo/point.ts';
import { boundsOf, isInside } from './county.ts';
import { degrees, homeOf } from './place-points.ts';
import type { Random } from './random.ts';
import { SCHOOL_PLANS } from './school-plans.ts';
import { SETTLEMENT_KEYS, SETTLEMENTS, type Settlement } from './settlements.ts';

/** Cuts in two, again and again: 2^5 areas, and one that is water. */
const CUTS = 5;
/** Children under 18 for each who goes to school. */
const CHILDREN_A_STUDENT = 1.22;
/** No state has the number 99. */
const TRACT = '9900100';
/** The part of the emptiest area that is under water. */
const RESERVOIR_SHARE = 0.3;

interface Piece {
  box: BoundingBox;
  homes: Position[];
  isWater?: true;
}

/**
 * Invented census areas: the county cut in two where half of its homes lie on either side, and each part again, so that
 * areas are small in town and wide in the country. With children, margins as a survey would have them, and one of water.
 */
export function makeAreas(outline: Polygon, random: Random): Feature<Polygon>[] {
  const homes = SCHOOL_PLANS.flatMap((school) =>
    Array.from({ length: school.enrollment }, () => {
      const settlement = SETTLEMENTS[random.weighted(school.homes)];
      return homeIn(settlement, random.chance(school.farmShare), outline, random);
    }),
  );
  const pieces = withReservoir(cut({ box: boundsOf(outline, 0), homes }, CUTS));
  const features = pieces.map((piece, n) => toFeature(piece, n, outline, random));
  return withDeprivation(features, random);
}

function homeIn(settlement: Settlement, onFarm: boolean, outline: Polygon, random: Random): Position {
  for (;;) {
    const home = homeOf(settlement, onFarm, random);
    if (isInside(outline, home)) return home;
  }
}

/** Across the longer side, between the middle two homes. */
function cut({ box, homes }: Piece, times: number): Piece[] {
  if (times === 0) return [{ box, homes }];
  const [west, south, east, north] = box;
  // A degree of longitude is three quarters of one of latitude here.
  const axis = (east - west) * 0.75 > north - south ? 0 : 1;
  const sorted = [...homes].sort((a, b) => a[axis] - b[axis]);
  const half = sorted.length / 2;
  const at = degrees((sorted[Math.floor(half) - 1]![axis] + sorted[Math.ceil(half)]![axis]) / 2);
  const low: BoundingBox = axis === 0 ? [west, south, at, north] : [west, south, east, at];
  const high: BoundingBox = axis === 0 ? [at, south, east, north] : [west, at, east, north];
  return [
    ...cut({ box: low, homes: sorted.filter((home) => home[axis] < at) }, times - 1),
    ...cut({ box: high, homes: sorted.filter((home) => home[axis] >= at) }, times - 1),
  ];
}

/** A reservoir takes the southern part of the widest piece; who lived there lives north of it. */
function withReservoir(pieces: readonly Piece[]): Piece[] {
  const sizeOf = ({ box: [west, south, east, north] }: Piece) => (east - west) * (north - south);
  const widest = pieces.reduce((best, next) => (sizeOf(next) > sizeOf(best) ? next : best));
  const [west, south, east, north] = widest.box;
  const shore = degrees(south + (north - south) * RESERVOIR_SHARE);
  return [
    ...pieces.map((piece) =>
      piece === widest ? { ...piece, box: [west, shore, east, north] as BoundingBox } : piece,
    ),
    { box: [west, south, east, shore], homes: [], isWater: true },
  ];
}

function toFeature(piece: Piece, n: number, outline: Polygon, random: Random): Feature<Polygon> {
  const geometry = clipped(outline, piece.box);
  const children = Math.max(1, Math.round(piece.homes.length * CHILDREN_A_STUDENT + random.normal(4)));
  // As in the American Community Survey: the fewer, the wider for their number.
  const margin = Math.round(4.2 * Math.sqrt(children) + random.next() * 9);
  const near = nearest(piece);
  return {
    type: 'Feature',
    geometry,
    properties: {
      GEOID: `${TRACT}${String(n + 1).padStart(4, '0')}`,
      NAMELSAD: piece.isWater ? 'Meadowlark Reservoir' : `Area ${n + 1}, ${near.settlement.name}`,
      ALAND: piece.isWater ? 0 : Math.round(squareMetres(geometry)),
      children: piece.isWater ? 0 : children,
      moe: piece.isWater ? 8 : margin,
      locale: near.settlement === SETTLEMENTS.ac && near.km < 4 ? 'town' : 'rural',
    },
  };
}

/** The county's part of a box, at five decimals, without the corners that fall together. */
function clipped(outline: Polygon, box: BoundingBox): Polygon {
  const { geometry } = bboxClip(outline, box);
  if (geometry.type !== 'Polygon') throw new Error('the county is cut into more than one part');
  const ring = geometry.coordinates[0]!.map(([lon, lat]) => [degrees(lon!), degrees(lat!)]);
  const corners = ring.filter((corner, n) => n === 0 || String(corner) !== String(ring[n - 1]));
  // Clipping keeps the county's way round, which is clockwise.
  return { type: 'Polygon', coordinates: [corners.reverse()] };
}

function nearest({ box: [west, south, east, north] }: Piece): { settlement: Settlement; km: number } {
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const all = SETTLEMENT_KEYS.map((key) => SETTLEMENTS[key]);
  const [first] = all
    .map((settlement) => ({ settlement, km: greatCircleKm(middle, settlement.center) }))
    .sort((a, b) => a.km - b.km);
  return first!;
}

/** Fifths of a made-up index that is higher far from the town, with chance in it. */
function withDeprivation(features: readonly Feature<Polygon>[], random: Random): Feature<Polygon>[] {
  const index = features.map(({ geometry }) => {
    const corner = geometry.coordinates[0]![0] as Position;
    return greatCircleKm(corner, SETTLEMENTS.ac.center) + random.normal(22);
  });
  const order = [...index].sort((a, b) => a - b);
  return features.map((feature, n) => ({
    ...feature,
    properties: {
      ...feature.properties,
      deprivation: 1 + Math.floor((5 * order.indexOf(index[n]!)) / order.length),
    },
  }));
}
