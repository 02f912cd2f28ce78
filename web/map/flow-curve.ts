import type { Position } from '../../core/geo/point.ts';

const STEPS = 20;
/** How far a curve leaves the straight line, as a share of its length; further for each one before it. */
const BEND = 0.16;
const BEND_MORE = 0.09;

/** Degrees of latitude: a place in the school itself is drawn as a ring beside it. */
const RING = 0.012;

/**
 * A curve from one place to another that leaves the straight line to the right, so that ways there and back lie apart
 * and one sees where it comes from. `turn`: how many curves go between the same two points before it.
 */
export function flowCurve([lon, lat]: Position, [toLon, toLat]: Position, turn: number): Position[] {
  // Degrees of longitude shrink with the latitude: without this, curves bend more in one direction than in the other.
  const shrink = Math.cos((((lat + toLat) / 2) * Math.PI) / 180);
  const [east, north] = [(toLon - lon) * shrink, toLat - lat];
  if (east === 0 && north === 0) return ring([lon, lat], RING * (1 + turn / 2), shrink);
  const bend = BEND + BEND_MORE * turn;
  const control: Position = [(lon + toLon) / 2 + (north * bend) / shrink, (lat + toLat) / 2 - east * bend];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return [a * lon + b * control[0] + c * toLon, a * lat + b * control[1] + c * toLat];
  });
}

function ring([lon, lat]: Position, radius: number, shrink: number): Position[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = (2 * Math.PI * step) / STEPS;
    return [lon + (radius * Math.sin(angle)) / shrink, lat + radius * (1 - Math.cos(angle))];
  });
}

const THINNEST = 2;
const THICKEST = 12;

/** Pixels. The area of a line tells the number, as widths from one to twelve would hide the few. */
export function flowWidth(needs: number, most: number): number {
  return THINNEST + (THICKEST - THINNEST) * Math.sqrt(Math.max(0, needs - 1) / Math.max(1, most - 1));
}
