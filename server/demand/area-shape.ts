import type { DemandArea } from '../../core/demand/demand-area.ts';
import type { Area, Point } from '../../core/geo/point.ts';
import { snapArea } from '../../core/geo/snap-area.ts';

/** About a metre, which no map shows. */
const FINE = 1 / 100_000;
/** About fifty metres: less than a pixel of a map of a state. */
const COARSE = 1 / 2_000;
/** More areas than a few counties have. */
const MANY = 5_000;

/** The outline of an area as it is sent: of so many that the whole would be too much, simpler; else its point. */
export function shapeOf(
  { geometry, point }: Pick<DemandArea, 'geometry' | 'point'>,
  ofSoMany: number,
): Area | Point {
  const coarse = geometry && ofSoMany > MANY ? snapArea(geometry, COARSE) : undefined;
  return coarse ?? (geometry && snapArea(geometry, FINE)) ?? { type: 'Point', coordinates: point };
}
