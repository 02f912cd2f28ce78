import type { BoundingBox, Position } from '../../../core/geo/point.ts';
import { SETTLEMENTS, type Settlement } from '../settlements.ts';
import { type Crossing, type Lattice, latticeOver, SECTION, stepsOf, toSection } from './lattice.ts';
import type { OsmNet } from './osm-pbf.ts';
import { RoadMap, type Tags } from './road-map.ts';

const HIGHWAY: Tags = { highway: 'primary', maxspeed: '60 mph', surface: 'asphalt' };
const COUNTRY_ROAD: Tags = { highway: 'unclassified', maxspeed: '45 mph', surface: 'compacted' };
const STREET: Tags = { highway: 'residential', maxspeed: '25 mph', surface: 'asphalt' };

/** From west to east through the county. Only highways and streets have bridges over it. */
const RIVER: readonly Position[] = [
  [-100.3, 41.367],
  [-99.95, 41.283],
  [-99.665, 41.379],
  [-99.505, 41.523],
  [-99.37, 41.633],
  [-99.15, 41.703],
];

/** The invented roads of the demo district: country roads on the lines of the survey, streets, highways. */
export function makeRoads(bounds: BoundingBox): OsmNet {
  const lattice = latticeOver(bounds);
  const map = new RoadMap(lattice);
  layCountryRoads(lattice, map);
  for (const settlement of Object.values(SETTLEMENTS)) layStreets(lattice, map, settlement);
  for (const [a, b] of neighbours()) layHighway(lattice, map, a, b);
  return map.toNet();
}

/** One road a mile in each direction, a tenth of a mile at a time, so that it ends on both banks of the river. */
function layCountryRoads(lattice: Lattice, map: RoadMap): void {
  const { columns, rows } = lattice;
  const step = (from: Crossing, to: Crossing) => {
    if (!crossesRiver(lattice.pointOf(from), lattice.pointOf(to))) map.lay(from, to, COUNTRY_ROAD);
  };
  for (let row = 0; row <= rows; row += SECTION)
    for (let column = 0; column < columns; column++) step({ column, row }, { column: column + 1, row });
  for (let column = 0; column <= columns; column += SECTION)
    for (let row = 0; row < rows; row++) step({ column, row }, { column, row: row + 1 });
}

/** On every line within the settlement's circle. */
function layStreets(lattice: Lattice, map: RoadMap, { center, radiusKm }: Settlement): void {
  const { column, row } = lattice.nearest(center);
  const radius = Math.floor(stepsOf(radiusKm));
  for (let away = -radius; away <= radius; away++) {
    const half = Math.floor(Math.sqrt(radius * radius - away * away));
    const [line, file] = [row + away, column + away];
    map.lay({ column: column - half, row: line }, { column: column + half, row: line }, STREET);
    map.lay({ column: file, row: row - half }, { column: file, row: row + half }, STREET);
  }
}

/** Out of one settlement to a line of the survey, along it, and along another into the next settlement. */
function layHighway(lattice: Lattice, map: RoadMap, a: Settlement, b: Settlement): void {
  const [from, to] = [lattice.nearest(a.center), lattice.nearest(b.center)];
  const out = { column: toSection(from.column), row: from.row };
  const turn = { column: out.column, row: toSection(to.row) };
  const into = { column: to.column, row: turn.row };
  const stops = [from, out, turn, into, to];
  for (const [k, stop] of stops.slice(1).entries()) map.lay(stops[k]!, stop, HIGHWAY);
}

/** Every two settlements with a road between them, once. */
function neighbours(): [Settlement, Settlement][] {
  const pairs = Object.entries(SETTLEMENTS).flatMap(([key, { roads }]) =>
    roads.map((other) => [key, other].sort().join(' ')),
  );
  const byKey = new Map(Object.entries(SETTLEMENTS));
  return [...new Set(pairs)].sort().map((pair) => {
    const [a, b] = pair.split(' ').map((key) => byKey.get(key)!);
    return [a!, b!];
  });
}

function crossesRiver(from: Position, to: Position): boolean {
  return RIVER.slice(1).some((bend, k) => doCross(from, to, RIVER[k]!, bend));
}

function doCross(a: Position, b: Position, c: Position, d: Position): boolean {
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** Whether a point lies left of the line through two others. */
function side([x1, y1]: Position, [x2, y2]: Position, [x, y]: Position): boolean {
  return (x2 - x1) * (y - y1) > (y2 - y1) * (x - x1);
}
