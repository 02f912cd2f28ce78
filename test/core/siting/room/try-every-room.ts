import type { SitingProblem } from '../../../../core/siting/siting-problem.ts';

/** The best objective by trying every set of sites and, for each, every person one by one. People and room are whole. */
export function tryEveryRoom(problem: SitingProblem): number {
  const { model, sites, p = sites, budget = Number.POSITIVE_INFINITY, fixed = [], siteCost } = problem;
  let best = model === 'mclp' ? 0 : Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** sites; set++) {
    const open = Array.from({ length: sites }, (_, site) => site).filter((site) => (set >> site) & 1);
    const price = open.reduce((sum, site) => sum + (siteCost?.[site] ?? 0), 0);
    if (open.length > p || price > budget || !fixed.every((site) => open.includes(site))) continue;
    const value = worthWithRoom(problem, open);
    best = model === 'mclp' ? Math.max(best, value) : Math.min(best, value);
  }
  return best;
}

/** One person after the other is brought in, along the cheapest chain of moves through the seats of the others. */
export function worthWithRoom(problem: SitingProblem, open: readonly number[]): number {
  const { model, cost, sites, weights, radius = Number.POSITIVE_INFINITY, capacity } = problem;
  const longest = Math.max(0, ...cost.filter(Number.isFinite));
  const nowhere = model === 'mclp' ? 1 : (problem.unreachedCost ?? 2 * longest);
  const priceOf = (place: number, site: number) => {
    const way = cost[place * sites + site]!;
    if (!(way <= radius) || way === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    return model === 'mclp' ? 0 : way;
  };
  const people = [...weights.keys()].flatMap((place) => {
    const isCounted = Array.from({ length: sites }, (_, site) => priceOf(place, site)).some(Number.isFinite);
    return isCounted ? new Array<number>(weights[place]!).fill(place) : [];
  });
  const seats = open.flatMap((site) =>
    new Array<number>(Math.min(capacity?.[site] ?? people.length, people.length)).fill(site),
  );
  // The Hungarian method on a square: as many seats nowhere as there are people.
  const columns = [...seats, ...people.map(() => -1)];
  const price = people.map((place) =>
    columns.map((site) => Math.min(1e6, site < 0 ? nowhere : priceOf(place, site))),
  );
  const total = cheapestAssignment(price);
  return model === 'mclp' ? people.length - total : total;
}

/** Kuhn and Munkres, by potentials: rows are matched one by one; there are at least as many columns. */
function cheapestAssignment(price: readonly number[][]): number {
  const rows = price.length;
  const columns = price[0]?.length ?? 0;
  const [u, v] = [new Array<number>(rows + 1).fill(0), new Array<number>(columns + 1).fill(0)];
  const [match, way] = [new Array<number>(columns + 1).fill(0), new Array<number>(columns + 1).fill(0)];
  for (let row = 1; row <= rows; row++) {
    match[0] = row;
    let at = 0;
    const least = new Array<number>(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Array<boolean>(columns + 1).fill(false);
    while (match[at] !== 0) {
      used[at] = true;
      let [delta, next] = [Number.POSITIVE_INFINITY, 0];
      for (let column = 1; column <= columns; column++) {
        if (used[column]) continue;
        const own = price[match[at]! - 1]![column - 1]! - u[match[at]!]! - v[column]!;
        if (own < least[column]!) [least[column], way[column]] = [own, at];
        if (least[column]! < delta) [delta, next] = [least[column]!, column];
      }
      for (let column = 0; column <= columns; column++)
        if (used[column]) {
          u[match[column]!]! += delta;
          v[column]! -= delta;
        } else least[column]! -= delta;
      at = next;
    }
    for (; at !== 0; at = way[at]!) match[at] = match[way[at]!]!;
  }
  let total = 0;
  for (let column = 1; column <= columns; column++)
    if (match[column] !== 0) total += price[match[column]! - 1]![column - 1]!;
  return total;
}
