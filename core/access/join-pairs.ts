import type { Pairs } from './pairs.ts';

/** Pairs of demand places that were looked at in turns, as if they had been looked at together. */
export function joinPairs(parts: readonly Pairs[]): Pairs {
  const rows = parts.reduce((sum, { start }) => sum + start.length - 1, 0);
  const pairs = parts.reduce((sum, { site }) => sum + site.length, 0);
  const joined = {
    start: new Uint32Array(rows + 1),
    site: new Uint32Array(pairs),
    cost: new Float64Array(pairs),
  };
  let [row, pair] = [0, 0];
  for (const { start, site, cost } of parts) {
    for (const end of start.subarray(1)) joined.start[++row] = pair + end;
    joined.site.set(site, pair);
    joined.cost.set(cost, pair);
    pair += site.length;
  }
  return joined;
}
