import type { Feature } from 'geojson';
import type { DemandArea } from '../../core/demand/demand-area.ts';
import type { Area, Position } from '../../core/geo/point.ts';
import type { AreaSet } from './area-set-store.ts';

/** A collection of RFC 7946, an area at a time; where it is from stands in front as a member of our own. */
export async function* areaGeojson(
  set: Omit<AreaSet, 'set'> | undefined,
  areas: AsyncIterable<DemandArea>,
): AsyncGenerator<string> {
  const from = set && { source: set.source, importedAt: set.importedAt, areas: set.areas };
  yield `{"type":"FeatureCollection","from":${JSON.stringify(from ?? null)},"features":[`;
  let comma = '';
  for await (const area of areas) {
    yield comma + JSON.stringify(featureOf(area));
    comma = ',';
  }
  yield ']}';
}

function featureOf({ id, geometry, point, ...properties }: DemandArea): Feature {
  const shape = geometry ? roundedArea(geometry) : ({ type: 'Point', coordinates: point } as const);
  // No data is said, so that it is not taken for zero.
  return { type: 'Feature', id, geometry: shape, properties: { people: null, ...properties } };
}

function roundedArea(area: Area): Area {
  return area.type === 'Polygon'
    ? { type: area.type, coordinates: area.coordinates.map(roundedRing) }
    : { type: area.type, coordinates: area.coordinates.map((rings) => rings.map(roundedRing)) };
}

/** To about a metre, which no map shows. */
function roundedRing(ring: readonly Position[]): Position[] {
  return ring.map(([x, y]) => [Math.round(x * 1e5) / 1e5, Math.round(y * 1e5) / 1e5]);
}
