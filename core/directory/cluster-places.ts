import type { BoundingBox, Position } from '../geo/point.ts';
import type { PlaceCluster } from './place-cluster.ts';

/** Pixels of the screen, at which a world is 256 wide at zoom 0, as Leaflet's is. */
const CELL_PX = 64;
const WORLD_PX = 256;
/** So many places in one cell still stand apart well enough. */
const MOST_APART = 4;
/** From here on all places that can be told apart at all are. */
const ALL_APART_FROM_ZOOM = 17;
/** As far as the Mercator projection goes on a square map. */
const MOST_LATITUDE = 85.051_128_78;

/** What somebody sees of the map: the box in degrees and the zoom, 0 the whole world. */
export interface MapWindow {
  box: BoundingBox;
  zoom: number;
}

/** Where rows lie on the map, side by side. */
export interface MapColumns {
  /** Shares of the map's width from the west and of its height from the north (`onSquareMap`). */
  across: Float64Array;
  down: Float64Array;
  /** A number for each place, from 0: rows with the same one lie at one point. */
  place: Int32Array;
}

/** Spherical Mercator (EPSG:3857) as shares of a square map. */
export function onSquareMap([lon, lat]: Position): [across: number, down: number] {
  const bent = (Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, lat)) * Math.PI) / 180;
  return [lon / 360 + 0.5, 0.5 - Math.asinh(Math.tan(bent)) / (2 * Math.PI)];
}

/**
 * What a window of the map shows of many rows: places in the cells of a grid over the whole world, so that a cluster has
 * the same places wherever the window lies; cells that the window touches count whole. Cells with few places are told
 * row by row, in the order of `rows`. Two looks at each row.
 */
export function clusterPlaces(
  { across, down, place }: MapColumns,
  rows: Uint32Array,
  { window, pointOf }: { window: MapWindow; pointOf(row: number): Position },
): { clusters: PlaceCluster[]; apart: number[] } {
  const wide = cellsAcross(window.zoom);
  const [west, north, east, south] = cellBounds(window);
  const cells = new Map<number, PlaceCluster>();
  const cellOfRow = new Array<PlaceCluster | undefined>(rows.length);
  const seen = new Set<number>();
  for (const [at, row] of rows.entries()) {
    const [x, y] = [cellAt(across[row]!, wide), cellAt(down[row]!, wide)];
    if (x < west || x > east || y < north || y > south) continue;
    const key = y * wide + x;
    const cell = cells.get(key) ?? emptyCell();
    if (cell.offers === 0) cells.set(key, cell);
    cellOfRow[at] = cell;
    cell.offers++;
    if (seen.has(place[row]!)) continue;
    seen.add(place[row]!);
    addPlace(cell, pointOf(row));
  }
  const isApart = ({ places }: PlaceCluster) => places <= MOST_APART || window.zoom >= ALL_APART_FROM_ZOOM;
  const apart: number[] = [];
  for (const [at, row] of rows.entries()) {
    const cell = cellOfRow[at];
    if (cell && isApart(cell)) apart.push(row);
  }
  return { clusters: [...cells.values()].filter((cell) => !isApart(cell)), apart };
}

/** How many cells a window touches: how long an answer can be. */
export function cellsIn(window: MapWindow): number {
  const [west, north, east, south] = cellBounds(window);
  return Math.max(0, east - west + 1) * Math.max(0, south - north + 1);
}

function cellBounds({ box: [west, south, east, north], zoom }: MapWindow) {
  const wide = cellsAcross(zoom);
  const corners = [...onSquareMap([west, north]), ...onSquareMap([east, south])];
  return corners.map((share) => cellAt(share, wide)) as [number, number, number, number];
}

function cellsAcross(zoom: number): number {
  return 2 ** Math.floor(zoom) * (WORLD_PX / CELL_PX);
}

function cellAt(share: number, wide: number): number {
  return Math.max(0, Math.min(wide - 1, Math.floor(share * wide)));
}

function emptyCell(): PlaceCluster {
  return { lon: 0, lat: 0, places: 0, offers: 0, box: [180, 90, -180, -90] };
}

/** The middle moves with each place: no sum grows beyond what its digits hold. */
function addPlace(cell: PlaceCluster, [lon, lat]: Position): void {
  cell.places++;
  cell.lon += (lon - cell.lon) / cell.places;
  cell.lat += (lat - cell.lat) / cell.places;
  const [west, south, east, north] = cell.box;
  cell.box = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
}
