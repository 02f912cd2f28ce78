import { listUrl } from 'virtual:county-lines';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { BoundingBox } from '../../core/geo/point.ts';

export type County = Feature<Polygon | MultiPolygon, { name: string }>;

/** Half as much again on every side: what one sees before moving far. */
const MARGIN = 0.5;

/** The counties of the states that touch the district's surroundings. */
export async function countiesNear(bounds: BoundingBox): Promise<County[]> {
  const near = widen(bounds);
  const states = await load<[box: BoundingBox, url: string][]>(listUrl);
  const loads = states.filter(([box]) => touches(box, near)).map(([, url]) => load<County[]>(url));
  return (await Promise.all(loads)).flat();
}

async function load<Content>(url: string): Promise<Content> {
  const reply = await fetch(url);
  if (!reply.ok) throw new Error(`${url}: ${reply.status}`);
  return (await reply.json()) as Content;
}

function widen([west, south, east, north]: BoundingBox): BoundingBox {
  const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN];
  return [west - dx, south - dy, east + dx, north + dy];
}

function touches(a: BoundingBox, b: BoundingBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
