import { greatCircleKm } from '../../../core/geo/great-circle-km.ts';
import type { Position } from '../../../core/geo/point.ts';
import type { School } from '../../../core/schools/school.ts';

export interface AreaPlace {
  school: School;
  km: number;
  /** Eighths of the compass from north, clockwise. */
  direction: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** Where a hexagon lies as people say it: how far and in which direction from the nearest school. */
export function placeOfArea(center: Position, schools: readonly School[]): AreaPlace | undefined {
  let best: AreaPlace | undefined;
  for (const school of schools) {
    if (!school.point) continue;
    const km = greatCircleKm(center, school.point.coordinates);
    if (!best || km < best.km) best = { school, km, direction: eighthOf(school.point.coordinates, center) };
  }
  return best;
}

/** Good enough for eight directions: degrees of longitude shrink with the latitude. */
function eighthOf([lon, lat]: Position, [toLon, toLat]: Position): AreaPlace['direction'] {
  const east = (toLon - lon) * Math.cos((lat * Math.PI) / 180);
  const eighths = Math.round((Math.atan2(east, toLat - lat) / Math.PI) * 4);
  return ((eighths + 8) % 8) as AreaPlace['direction'];
}
