/** A share as a fraction, so that equal is equal. */
export interface Share {
  of: number;
  in: number;
}

/** What a group has, apart from what is still being decided. */
export interface GroupSize {
  /** All its requests, and those of them that have their place whatever is decided. */
  requests: number;
  settled: number;
}

/** How many must be placed at least for this share, and may be at most; below 0 where fewer than are settled. */
export function least({ requests, settled }: GroupSize, share: Share): number {
  return Math.max(0, Math.ceil((share.of * requests) / share.in) - settled);
}

export function most({ requests, settled }: GroupSize, share: Share): number {
  return Math.floor((share.of * requests) / share.in) - settled;
}

/** The next lower share that one of these groups can have; undefined below 0. */
export function stepDown(groups: readonly GroupSize[], share: Share): Share | undefined {
  return highestOf(
    groups.map(({ requests }) => ({ of: Math.ceil((share.of * requests) / share.in) - 1, in: requests })),
  );
}

/** The next higher share that one of these groups can have. */
export function stepUp(groups: readonly GroupSize[], share: Share): Share | undefined {
  const next = groups.map(({ requests }) => ({
    of: Math.floor((share.of * requests) / share.in) + 1,
    in: requests,
  }));
  return next.reduce<Share | undefined>((low, own) => (low && !isBelow(own, low) ? low : own), undefined);
}

export function isBelow(a: Share, b: Share): boolean {
  return a.of * b.in < b.of * a.in;
}

export function asNumber(share: Share): number {
  return share.of / share.in;
}

/**
 * The nearest two shares of which the lower is at most `low` and the upper at least `high`, so that every group can have
 * a share between them; counts are whole, so the nearest pair need not be `low` and `high` themselves.
 */
export function nearestBounds(
  groups: readonly GroupSize[],
  low: Share,
  high: Share,
): { low: Share; high: Share } {
  let best = { low, high: upperFor(groups, low, high) };
  for (let at = best; isBelow(high, at.high); ) {
    const next = stepDown(groups, at.low);
    if (!next) break;
    at = { low: next, high: upperFor(groups, next, high) };
    if (asNumber(at.high) - asNumber(at.low) < asNumber(best.high) - asNumber(best.low)) best = at;
  }
  return best;
}

/** The lowest upper bound, not below `high`, under which every group still has a count of at least `low`. */
function upperFor(groups: readonly GroupSize[], low: Share, high: Share): Share {
  const needed = groups.map(({ requests }) => ({
    of: Math.ceil((low.of * requests) / low.in),
    in: requests,
  }));
  return [high, ...needed].reduce((top, own) => (isBelow(top, own) ? own : top));
}

function highestOf(shares: readonly Share[]): Share | undefined {
  return shares
    .filter(({ of }) => of >= 0)
    .reduce<Share | undefined>((top, own) => (top && !isBelow(top, own) ? top : own), undefined);
}
