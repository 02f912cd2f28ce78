import type { Feature, FeatureCollection } from 'geojson';
import { cellToBoundary } from 'h3-js';
import type { GapResult, GapRow } from '../../core/gaps/gap.ts';
import type { School } from '../../core/schools/school.ts';

/** The rows of a gap run as RFC 7946 features: hexagons, or schools that have a point. */
export function gapGeojson(
  result: GapResult,
  by: 'school' | 'cell',
  schools: readonly School[],
): FeatureCollection {
  const features =
    by === 'cell' ? result.byCell.map(cellFeature) : result.bySchool.flatMap(schoolFeature(schools));
  return { type: 'FeatureCollection', features };
}

function cellFeature(row: GapRow): Feature {
  const ring = cellToBoundary(row.id, true);
  return {
    type: 'Feature',
    id: row.id,
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { ...row },
  };
}

function schoolFeature(schools: readonly School[]) {
  const points = new Map(schools.map((school) => [school.id, school.point]));
  return (row: GapRow): Feature[] => {
    const point = points.get(row.id);
    return point ? [{ type: 'Feature', id: row.id, geometry: point, properties: { ...row } }] : [];
  };
}
