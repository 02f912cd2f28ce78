import type { Feature, FeatureCollection } from 'geojson';
import { cellToBoundary, isValidCell } from 'h3-js';
import type { Position } from '../../../core/geo/point.ts';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';

export interface WhatIfShapes {
  shapes: FeatureCollection;
  /** Where each place is. */
  centers: ReadonlyMap<string, Position>;
}

/**
 * Hexagons for cells, outlines for areas where they are known, points for all else. Brings h3-js, so it is loaded when
 * a snapshot is there.
 */
export function whatIfShapes(
  { demand }: Pick<Snapshot, 'demand'>,
  outlines: readonly Feature[] = [],
): WhatIfShapes {
  const { ids, kinds, longitude, latitude } = demand;
  const centers = new Map(ids.map((id, n): [string, Position] => [id, [longitude[n]!, latitude[n]!]]));
  const known = new Map(outlines.map(({ id, geometry }) => [String(id), geometry]));
  const isHexagon = (id: string, n: number) => kinds[n] === 'cell' && isValidCell(id);
  const hexagons = ids
    .filter(isHexagon)
    .map((id) => feature(id, { type: 'Polygon', coordinates: [cellToBoundary(id, true)] }));
  const others = ids
    .filter((id, n) => !isHexagon(id, n))
    .map((id) => feature(id, known.get(id) ?? { type: 'Point', coordinates: centers.get(id) ?? [] }));
  // Points lie on top, or the hexagon around one would cover it.
  return { shapes: { type: 'FeatureCollection', features: [...hexagons, ...others] }, centers };
}

function feature(id: string, geometry: Feature['geometry']): Feature {
  return { type: 'Feature', id, properties: {}, geometry };
}
