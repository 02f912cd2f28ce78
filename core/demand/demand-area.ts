import type { Area, Position } from '../geo/point.ts';
import type { School } from '../schools/school.ts';
import type { Deprivation } from './demand-place.ts';

/** A census area, or another one for which somebody counts people. */
export interface DemandArea {
  /** The source's own, such as a GEOID. */
  id: string;
  name?: string | undefined;
  /** Absent where only a point is known. */
  geometry?: Area | undefined;
  /** Within the area; stands for it. */
  point: Position;
  /** Above 0; absent: no data. */
  people?: number | undefined;
  /** What the margin of error leaves possible. */
  low?: number | undefined;
  high?: number | undefined;
  locale?: School['locale'] | undefined;
  deprivation?: Deprivation | undefined;
}
