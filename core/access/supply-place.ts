import type { Position } from '../geo/point.ts';

/** A place that gives something, with how many it has room for. */
export interface SupplyPlace {
  /** The offer's id. */
  id: string;
  point: Position;
  capacity: number;
}
