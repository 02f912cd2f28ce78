import type { Feature } from 'geojson';
import type { DemandArea } from '../../core/demand/demand-area.ts';
import type { AreaSet } from './area-set-store.ts';
import { shapeOf } from './area-shape.ts';

/** A collection of RFC 7946, an area at a time; where it is from stands in front as a member of our own. */
export async function* areaGeojson(
  set: Omit<AreaSet, 'set'> | undefined,
  areas: AsyncIterable<DemandArea>,
): AsyncGenerator<string> {
  const from = set && { source: set.source, importedAt: set.importedAt, areas: set.areas };
  yield `{"type":"FeatureCollection","from":${JSON.stringify(from ?? null)},"features":[`;
  let comma = '';
  for await (const area of areas) {
    yield comma + JSON.stringify(featureOf(area, set?.areas ?? 0));
    comma = ',';
  }
  yield ']}';
}

function featureOf(area: DemandArea, ofSoMany: number): Feature {
  const { id, geometry: _geometry, point: _point, ...properties } = area;
  // No data is said, so that it is not taken for zero.
  return {
    type: 'Feature',
    id,
    geometry: shapeOf(area, ofSoMany),
    properties: { people: null, ...properties },
  };
}
