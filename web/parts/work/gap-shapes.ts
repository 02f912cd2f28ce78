import type { Feature, FeatureCollection } from 'geojson';
import { cellToBoundary, cellToLatLng, isValidCell } from 'h3-js';
import type { GapResult } from '../../../core/gaps/gap.ts';
import type { Position } from '../../../core/geo/point.ts';
import type { School } from '../../../core/schools/school.ts';

export interface GapShapes {
  shapes: FeatureCollection;
  /** Centre of each hexagon. */
  centers: ReadonlyMap<string, Position>;
}

/** The hexagons or the census areas, and the schools as points upon them. Brings h3-js, so it is loaded when a result is there. */
export function gapShapes(
  { byCell, bySchool }: GapResult,
  schools: readonly School[],
  areas: readonly Feature[],
): GapShapes {
  const cells = byCell.filter(({ id }) => isValidCell(id));
  const points = new Map(schools.map((school) => [school.id, school.point]));
  const hexagons = cells.map(({ id }) =>
    feature(id, { type: 'Polygon', coordinates: [cellToBoundary(id, true)] }),
  );
  const dots = bySchool.flatMap(({ id }) => {
    const point = points.get(id);
    return point ? [feature(id, point)] : [];
  });
  const centers = cells.map(({ id }): [string, Position] => {
    const [lat, lon] = cellToLatLng(id);
    return [id, [lon, lat]];
  });
  return {
    shapes: { type: 'FeatureCollection', features: [...areas, ...hexagons, ...dots] },
    centers: new Map(centers),
  };
}

function feature(id: string, geometry: Feature['geometry']): Feature {
  return { type: 'Feature', id, properties: {}, geometry };
}
