import { movePlace, type Seating, seatingOf } from './group-moves.ts';
import type { Placement, PlacementProblem } from './problem.ts';
import { type GroupSize, least, most, nearestBounds, type Share, stepDown, stepUp } from './share-bounds.ts';

export interface FairPlacement {
  placement: Placement;
  /** Largest share of placed requests of a group minus the smallest, before and after. */
  gapBefore: number;
  gap: number;
}

/**
 * Among all optimal placements one in which the shares of the groups lie as near together as can be. `group`: per request
 * its group; `sizes`: per group what it has in all. Groups without requests do not count. The problem has urgencies, so
 * all optimal placements place equally many.
 *
 * How: optimal placements are those within the tight edges of any optimal duals that place all requests with a profit
 * and fill all services with a price. The counts by group of such placements are an M-convex set (K. Murota, _Discrete
 * Convex Analysis_, SIAM 2003, section 9.6). In it there is a vector between two bounds as soon as there is one above the
 * lower and one below the upper (its linking property, as A. Frank and K. Murota use it in "Decreasing minimization on
 * M-convex sets", _Mathematical Programming_ 195, 2022). So the highest smallest share and the lowest largest share are
 * found apart, each by Newton steps: where no way leads on, the groups that were reached are a set of which the sum is
 * as good as it gets, and that bounds the share. Whole counts may keep the two from being had together; then the nearest
 * pair of bounds beyond them is. Nothing is lost for it: score, counts by urgency and duals stay.
 */
export function fairPlacement(
  problem: PlacementProblem,
  placement: Placement,
  group: Int32Array,
  sizes: readonly GroupSize[],
): FairPlacement {
  const seating = seatingOf(problem, placement, group, sizes.length);
  const gapBefore = gapOf(seating, sizes);
  const groups = sizes.flatMap(({ requests }, at) => (requests > 0 ? at : []));
  if (groups.length > 1) {
    const low = highestLow(seating, sizes, groups);
    const high = lowestHigh(seating, sizes, groups, low);
    const bounds = nearestBounds(
      groups.map((at) => sizes[at]!),
      low,
      high,
    );
    raise(seating, sizes, bounds.low);
    lower(seating, sizes, bounds.high);
  }
  const { edgeOf } = seating.standing;
  return { placement: { ...placement, edgeOf }, gapBefore, gap: gapOf(seating, sizes) };
}

function gapOf({ placed }: Seating, sizes: readonly GroupSize[]): number {
  const shares = sizes
    .map(({ requests, settled }, at) => (settled + placed[at]!) / requests)
    .filter((share) => !Number.isNaN(share));
  return shares.length < 2 ? 0 : Math.max(...shares) - Math.min(...shares);
}

/** The highest share that all groups can have at least. */
function highestLow(seating: Seating, sizes: readonly GroupSize[], groups: readonly number[]): Share {
  let low: Share = { of: 1, in: 1 };
  for (let blocked = groups; ; ) {
    low = lowFor(seating, sizes, blocked, low);
    if (raise(seating, sizes, low)) return low;
    blocked = groups.filter((at) => seating.reached[at]);
  }
}

/** The highest share, at most `low`, that these groups can have as long as their sum stays what it is. */
function lowFor(
  { placed }: Seating,
  sizes: readonly GroupSize[],
  groups: readonly number[],
  low: Share,
): Share {
  const sum = groups.reduce((total, at) => total + placed[at]!, 0);
  const own = groups.map((at) => sizes[at]!);
  const fits = (share: Share) => own.reduce((total, size) => total + least(size, share), 0) <= sum;
  let share = low;
  while (!fits(share)) share = stepDown(own, share)!;
  return share;
}

/** The lowest share that all groups can have at most; it is not below the lowest one of all. */
function lowestHigh(
  seating: Seating,
  sizes: readonly GroupSize[],
  groups: readonly number[],
  low: Share,
): Share {
  let high = low;
  for (let blocked = groups; ; ) {
    high = highFor(seating, sizes, blocked, high);
    if (lower(seating, sizes, high)) return high;
    blocked = groups.filter((at) => !seating.reached[at]);
  }
}

/** The lowest share, at least `high`, under which these groups can be as long as their sum stays what it is. */
function highFor(
  { placed }: Seating,
  sizes: readonly GroupSize[],
  groups: readonly number[],
  high: Share,
): Share {
  const sum = groups.reduce((total, at) => total + placed[at]!, 0);
  const own = groups.map((at) => sizes[at]!);
  const fits = (share: Share) =>
    own.every((size) => most(size, share) >= 0) &&
    own.reduce((total, size) => total + most(size, share), 0) >= sum;
  let share = high;
  while (!fits(share)) share = stepUp(own, share)!;
  return share;
}

/** Whether every group could be given at least this share. */
function raise(seating: Seating, sizes: readonly GroupSize[], low: Share): boolean {
  const { placed } = seating;
  const bound = sizes.map((size) => (size.requests > 0 ? least(size, low) : 0));
  while (bound.some((own, at) => placed[at]! < own))
    if (
      !movePlace(
        seating,
        (at) => placed[at]! < bound[at]!,
        (at) => placed[at]! > bound[at]!,
      )
    )
      return false;
  return true;
}

/** Whether every group could be brought down to this share. */
function lower(seating: Seating, sizes: readonly GroupSize[], high: Share): boolean {
  const { placed } = seating;
  const bound = sizes.map((size) => (size.requests > 0 ? most(size, high) : 0));
  while (bound.some((own, at) => placed[at]! > own))
    if (
      !movePlace(
        seating,
        (at) => placed[at]! < bound[at]!,
        (at) => placed[at]! > bound[at]!,
      )
    )
      return false;
  return true;
}
