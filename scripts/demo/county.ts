import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { booleanPointInPolygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { Polygon as Arcs, GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import type { BoundingBox, Position } from '../../core/geo/point.ts';
import { degrees } from './place-points.ts';

/** The demo lies on the outline of a real county of the Great Plains; everything in it is invented. */
const OUTLINE_FIPS = '31041';

/** The county's outline, from the US Census Bureau by way of us-atlas, at five decimals. */
export function countyOutline(): Polygon {
  const file = createRequire(import.meta.url).resolve('us-atlas/counties-10m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ counties: GeometryCollection }>;
  const county = atlas.objects.counties.geometries.find(isOutline);
  if (county === undefined) throw new Error(`no county ${OUTLINE_FIPS} in us-atlas`);
  const { geometry } = feature(atlas, county);
  return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(rounded)) };
}

function isOutline(geometry: GeometryObject): geometry is Arcs {
  return geometry.id === OUTLINE_FIPS && geometry.type === 'Polygon';
}

/** [west, south, east, north] with a margin in degrees. */
export function boundsOf(outline: Polygon, margin: number): BoundingBox {
  const ring = outline.coordinates[0]!;
  const lons = ring.map((position) => position[0]!);
  const lats = ring.map((position) => position[1]!);
  return [
    degrees(Math.min(...lons) - margin),
    degrees(Math.min(...lats) - margin),
    degrees(Math.max(...lons) + margin),
    degrees(Math.max(...lats) + margin),
  ];
}

export function isInside(outline: Polygon, position: Position): boolean {
  return booleanPointInPolygon(position, outline);
}

function rounded(position: number[]): number[] {
  return position.map(degrees);
}
