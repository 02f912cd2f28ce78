import type { SitingOptions, SitingProblem } from './siting-problem.ts';
import { stopWatch } from './stop-watch.ts';
import { countedPlaces, worthOf } from './worth-of.ts';

interface Found {
  open: number[];
  bound: number;
  proven: boolean;
  nodes: number;
}

/** Depth first through the sites; what all undecided ones together would give bounds each branch. */
export function searchSites(problem: SitingProblem, options: SitingOptions): Found {
  const { model, sites, fixed = [], siteCost, p = sites, budget = Number.POSITIVE_INFINITY } = problem;
  const isOver = stopWatch(options);
  const places = countedPlaces(problem);
  const sign = model === 'mclp' ? -1 : 1;
  const free = Array.from({ length: sites }, (_, site) => site).filter((site) => !fixed.includes(site));
  let best: number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  let nodes = 0;
  const coversAll = (open: readonly number[]) =>
    places.every((place) => open.some((site) => problem.cost[place * sites + site]! <= problem.radius!));
  const price = (open: readonly number[]) => open.reduce((sum, site) => sum + (siteCost?.[site] ?? 0), 0);
  const look = (open: number[], at: number) => {
    nodes++;
    if (best && isOver()) return;
    const all = [...open, ...free.slice(at)];
    if (model === 'lscp' && !coversAll(all)) return;
    const bound = sign * worthOf(problem, model === 'lscp' ? open : all, places);
    if (best && bound >= least) return;
    const isPlan = model !== 'lscp' || coversAll(open);
    const value = isPlan ? sign * worthOf(problem, open, places) : Number.POSITIVE_INFINITY;
    if (isPlan && (!best || value < least)) {
      best = open;
      least = value;
      options.onProgress?.({ objective: sign * value, bound: sign * root, open, nodes });
    }
    if (at === free.length) return;
    const next = [...open, free[at]!];
    if (next.length <= p && (budget === Number.POSITIVE_INFINITY || price(next) <= budget))
      look(next, at + 1);
    look(open, at + 1);
  };
  const root = sign * worthOf(problem, model === 'lscp' ? fixed : [...fixed, ...free], places);
  look([...fixed], 0);
  const proven = !isOver();
  return { open: best ?? [...fixed], bound: sign * root, proven, nodes };
}
