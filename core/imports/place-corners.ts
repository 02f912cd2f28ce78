import type { BoundingBox, Position } from '../geo/point.ts';
import type { FindingCode } from './finding-codes.ts';
import { fromMercator } from './parse-point.ts';

type Placing = (corner: Position) => Position;

const NOWHERE: Position = [Number.NaN, Number.NaN];
const WAYS: readonly { code?: FindingCode; place: Placing }[] = [
  { place: (corner) => corner },
  { code: 'point-swapped', place: ([x, y]) => [y, x] },
  { code: 'point-in-metres', place: ([x, y]) => fromMercator(x, y) ?? NOWHERE },
];

/**
 * How the corners of an outline become points on Earth: as they are, exchanged, or from metres; the first way by which
 * all of them do and some lie near the community. Without bounds they are exchanged only where they could not be points
 * otherwise. No way: `code` says why.
 */
export function placeCorners(
  corners: readonly Position[],
  bounds?: BoundingBox,
): { place: Placing; code?: FindingCode } | { place?: undefined; code: FindingCode } {
  if (corners.some(([x, y]) => x === 0 && y === 0)) return { code: 'point-zero' };
  const onEarth = WAYS.filter(({ place }) => corners.every((corner) => isOnEarth(place(corner))));
  if (onEarth.length === 0) return { code: 'point-invalid' };
  return (
    onEarth.find(({ place }) => !bounds || meets(corners.map(place), bounds)) ?? { code: 'point-outside' }
  );
}

function isOnEarth([x, y]: Position): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

/** Whether the box around the corners has a place in common with the community's. */
function meets(corners: readonly Position[], [west, south, east, north]: BoundingBox): boolean {
  const among = (axis: 0 | 1, low: number, high: number) =>
    corners.some((corner) => corner[axis] <= high) && corners.some((corner) => corner[axis] >= low);
  return among(0, west, east) && among(1, south, north);
}
