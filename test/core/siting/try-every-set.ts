import type { SitingProblem } from '../../../core/siting/siting-problem.ts';

/** The best objective by trying every set of sites, written from the definitions alone; undefined: no set is allowed. */
export function tryEverySet(problem: SitingProblem): number | undefined {
  const { model, sites, p = sites, budget = Number.POSITIVE_INFINITY, fixed = [], siteCost } = problem;
  let best: number | undefined;
  for (let set = 0; set < 2 ** sites; set++) {
    const open = Array.from({ length: sites }, (_, site) => site).filter((site) => (set >> site) & 1);
    const price = open.reduce((sum, site) => sum + (siteCost?.[site] ?? 0), 0);
    if (open.length > p || price > budget || !fixed.every((site) => open.includes(site))) continue;
    const value = measure(problem, open);
    if (value === undefined) continue;
    if (best === undefined || (model === 'mclp' ? value > best : value < best)) best = value;
  }
  return best;
}

/** What a set is worth; undefined where lscp leaves somebody uncovered whom another set covers. */
export function measure(problem: SitingProblem, open: readonly number[]): number | undefined {
  const { model, cost, sites, weights, radius = Number.POSITIVE_INFINITY } = problem;
  const longest = Math.max(0, ...cost.filter(Number.isFinite));
  const unreached = problem.unreachedCost ?? 2 * longest;
  const ways: { weight: number; least: number }[] = [];
  weights.forEach((weight, place) => {
    const row = [...cost.subarray(place * sites, (place + 1) * sites)];
    if (weight === 0 || !row.some((way) => Number.isFinite(way) && way <= radius)) return;
    ways.push({ weight, least: Math.min(...open.map((site) => row[site]!)) });
  });
  if (model === 'mclp')
    return ways.reduce((sum, { weight, least }) => sum + (least <= radius ? weight : 0), 0);
  if (model === 'lscp')
    return ways.every(({ least }) => least <= radius)
      ? open.reduce((sum, site) => sum + (problem.siteCost?.[site] ?? 1), 0)
      : undefined;
  if (model === 'p-centre') return Math.max(0, ...ways.map(({ least }) => least));
  return ways.reduce(
    (sum, { weight, least }) => sum + weight * (Number.isFinite(least) ? least : unreached),
    0,
  );
}
