import type { Feature, FeatureCollection } from 'geojson';
import { cellToBoundary } from 'h3-js';
import type { DemandArea } from '../../core/demand/demand-area.ts';
import type { GapResult, GapRow } from '../../core/gaps/gap.ts';
import type { School } from '../../core/schools/school.ts';
import { shapeOf } from '../demand/area-shape.ts';

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

/**
 * Census areas of a run with their outlines, an area at a time. One that is no longer among the areas that are shown has
 * its figures and no shape, as RFC 7946 allows.
 */
export async function* gapAreasGeojson(
  { byArea = [] }: Pick<GapResult, 'byArea'>,
  areas: AsyncIterable<DemandArea>,
): AsyncGenerator<string> {
  const rows = new Map(byArea.map((row) => [row.id, row]));
  const textOf = (row: GapRow, geometry: Feature['geometry'] | null) =>
    JSON.stringify({ type: 'Feature', id: row.id, geometry, properties: row });
  yield '{"type":"FeatureCollection","features":[';
  let comma = '';
  for await (const area of areas) {
    const row = rows.get(area.id);
    if (!row) continue;
    rows.delete(area.id);
    yield comma + textOf(row, shapeOf(area, byArea.length));
    comma = ',';
  }
  for (const row of rows.values()) {
    yield comma + textOf(row, null);
    comma = ',';
  }
  yield ']}';
}
