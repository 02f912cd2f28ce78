import type { BoundingBox, Position } from '../geo/point.ts';

/** Pixels of the screen, at which a world is 256 wide at zoom 0, as Leaflet's is. */
const CELL_PX = 64;
const WORLD_PX = 256;
/** So many places in one cell still stand apart well enough. */
const MOST_APART = 4;
/** From here on no two places lie on each other that can be told apart at all. */
const ALL_APART_FROM_ZOOM = 17;
/** As far as the Mercator projection goes on a square map. */
const MOST_LATITUDE = 85.051_128_78;

/** What somebody sees of the map: the box in degrees and the zoom, 0 the whole world. */
export interface MapWindow {
  box: BoundingBox;
  zoom: number;
}

/** What stands at a place, as far as drawing many goes. */
interface Placed {
  locationId: string;
  point?: { coordinates: Position } | undefined;
}

/** Places that lie too near each other to be told apart at this zoom. */
export interface PlaceCluster {
  /** The middle of its places. */
  lon: number;
  lat: number;
  places: number;
  offers: number;
  /** Where they lie: what to look at next. */
  box: BoundingBox;
}

/**
 * What a window of the map shows of many offers: places in the cells of a grid over the whole world, so that a cluster
 * has the same places wherever the window lies; cells that the window touches count whole. Cells with few places are
 * told offer by offer. One look at each offer.
 */
export function clusterPlaces<T extends Placed>(
  offers: readonly T[],
  { box, zoom }: MapWindow,
): { clusters: PlaceCluster[]; apart: T[] } {
  const [west, north, east, south] = [...cellOf([box[0], box[3]], zoom), ...cellOf([box[2], box[1]], zoom)];
  const cells = new Map<number, T[]>();
  const wide = cellsAcross(zoom);
  for (const offer of offers) {
    if (!offer.point) continue;
    const [x, y] = cellOf(offer.point.coordinates, zoom);
    if (x < west || x > east || y < north || y > south) continue;
    const key = y * wide + x;
    const cell = cells.get(key);
    if (cell) cell.push(offer);
    else cells.set(key, [offer]);
  }
  const told = { clusters: [] as PlaceCluster[], apart: [] as T[] };
  for (const here of cells.values()) {
    const places = new Map(here.map(({ locationId, point }) => [locationId, point!.coordinates]));
    if (places.size <= MOST_APART || zoom >= ALL_APART_FROM_ZOOM)
      for (const one of here) told.apart.push(one);
    else told.clusters.push(cluster([...places.values()], here.length));
  }
  return told;
}

/** How many cells a window touches: what an answer can be long. */
export function cellsIn({ box, zoom }: MapWindow): number {
  const [west, north] = cellOf([box[0], box[3]], zoom);
  const [east, south] = cellOf([box[2], box[1]], zoom);
  return Math.max(0, east - west + 1) * Math.max(0, south - north + 1);
}

function cellsAcross(zoom: number): number {
  return 2 ** Math.floor(zoom) * (WORLD_PX / CELL_PX);
}

/** Column from the west and row from the north, in spherical Mercator (EPSG:3857). */
function cellOf([lon, lat]: Position, zoom: number): [x: number, y: number] {
  const wide = cellsAcross(zoom);
  const bent = (Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, lat)) * Math.PI) / 180;
  const [across, down] = [lon / 360 + 0.5, 0.5 - Math.asinh(Math.tan(bent)) / (2 * Math.PI)];
  return [cell(across), cell(down)];

  function cell(share: number): number {
    return Math.max(0, Math.min(wide - 1, Math.floor(share * wide)));
  }
}

function cluster(points: readonly Position[], offers: number): PlaceCluster {
  const box: BoundingBox = [180, 90, -180, -90];
  let [lon, lat] = [0, 0];
  for (const [x, y] of points) {
    lon += x / points.length;
    lat += y / points.length;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { lon, lat, places: points.length, offers, box };
}
