import type { SupplyPlace } from '../access/supply-place.ts';
import type { Position } from '../geo/point.ts';

export function samePoint(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

export function samePlace(a: SupplyPlace | undefined, b: SupplyPlace | undefined): boolean {
  return a !== undefined && b !== undefined && a.capacity === b.capacity && samePoint(a.point, b.point);
}
