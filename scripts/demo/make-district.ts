import type { Polygon } from 'geojson';
import type { District } from '../../core/district/district.ts';
import type { Position } from '../../core/geo/point.ts';
import { boundsOf } from './county.ts';
import { demoId } from './demo-id.ts';
import { SETTLEMENTS } from './settlements.ts';

export const DISTRICT_ID = demoId('district', 'meadowlark');

export function makeDistrict(outline: Polygon): District {
  return {
    id: DISTRICT_ID,
    name: 'Meadowlark County Schools (demo)',
    bounds: boundsOf(outline, 0.02),
    center: SETTLEMENTS.ac.center,
    area: { type: 'Polygon', coordinates: outline.coordinates as Position[][] },
    timezone: 'America/Chicago',
    units: 'miles',
    homeResolution: 7,
    demo: true,
  };
}
