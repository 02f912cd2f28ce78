import { beginHunt, type Hunt, look, type Node, rootNode, settle } from './company-hunt.ts';
import { type CompanyPrices, companyPrices } from './company-prices.ts';
import { gainOf } from './company-ways.ts';
import type { OpenProblem } from './open-problem.ts';
import type { PlanInput } from './plan-input.ts';
import type { RankedWorth } from './ranked-worth.ts';
import type { Company } from './read-companies.ts';

/** Where the companies go. */
export interface CompanyPlaces {
  /** Per company: the position of its option, or NOWHERE. */
  option: number[];
  isProven: boolean;
  /** How much more another choice could be worth at most, in score points; a further need counts as one. */
  gap: number;
  steps: number;
}

/** What was decided on the way to a node, the last first. */
interface Path {
  at: number;
  option: number;
  before: Path | undefined;
}

/** Where the search has not been yet, and what is possible there at most. Sorted, the most promising last. */
type Frontier = { path: Path | undefined; bound: bigint }[];

/**
 * Branch and bound over companies (A. H. Land and A. G. Doig, _Econometrica_ 28, 1960). Without its ties a problem is an
 * assignment, whose optimum and duals bound what is possible with them: each company must go one of its ways, and what
 * the duals say that costs adds up over companies, since each term is about other requests. Prices that are made for
 * companies bound it a second time (company-prices.ts). A node in which no company is torn apart is a plan. The most
 * promising node comes first, and from it the search goes straight down. After `searchLimit` steps the best plan found
 * is taken, with what the bounds leave open.
 */
export function placeCompanies(
  open: OpenProblem,
  input: PlanInput,
  companies: readonly Company[],
): CompanyPlaces {
  const hunt = beginHunt(open, input, companies);
  const frontier: Frontier = [];
  let steps = goDown(hunt, rootNode(hunt), undefined, frontier, 0);
  if (isOpen(hunt, frontier)) {
    usePrices(
      hunt,
      companyPrices(hunt.root, input.score, companies, Number(hunt.ceiling - hunt.best!.value)),
    );
    frontier.length = 0;
    frontier.push({ path: undefined, bound: hunt.ceiling });
  }
  while (steps < input.searchLimit && isOpen(hunt, frontier)) {
    const { path } = frontier.pop()!;
    const node = rootNode(hunt);
    retrace(hunt, node, path);
    steps += 1 + goDown(hunt, node, path, frontier, input.searchLimit - steps - 1);
  }
  const { value, option } = hunt.best!;
  const isProven = !isOpen(hunt, frontier);
  return { option, isProven, gap: isProven ? 0 : points(frontier.at(-1)!.bound - value, hunt.worth), steps };
}

/** Whether anything better may be somewhere. */
function isOpen({ best }: Hunt, frontier: Frontier): boolean {
  const most = frontier.at(-1);
  return most !== undefined && most.bound > best!.value;
}

/** Goes the best way from a node until there is none, and notes the others; no further than `limit` once there is a plan. */
function goDown(hunt: Hunt, node: Node, from: Path | undefined, frontier: Frontier, limit: number): number {
  let path = from;
  for (let steps = 0; ; steps++) {
    const next = look(hunt, node);
    if (!next) return steps;
    const isCut = hunt.best !== undefined && steps >= limit;
    const paths = next.branches.map(({ option, bound }) => ({
      path: { at: next.at, option, before: path },
      bound,
    }));
    for (const branch of isCut ? paths : paths.slice(1)) note(frontier, branch);
    const [best] = paths;
    if (!best || isCut) return steps;
    path = best.path;
    settle(hunt, node, path.at, path.option);
  }
}

/** Keeps the frontier sorted; of equal ones the last noted is the last. */
function note(frontier: Frontier, branch: Frontier[number]): void {
  let [low, high] = [0, frontier.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (frontier[middle]!.bound <= branch.bound) low = middle + 1;
    else high = middle;
  }
  frontier.splice(low, 0, branch);
}

function retrace(hunt: Hunt, node: Node, path: Path | undefined): void {
  if (!path) return;
  retrace(hunt, node, path.before);
  settle(hunt, node, path.at, path.option);
}

/** Takes prices for companies as the second bound. */
function usePrices(hunt: Hunt, { price, gain }: CompanyPrices): void {
  const { stake } = hunt.root;
  hunt.ceiling -= gain;
  hunt.fall = hunt.companies.map(({ needs, options }) => {
    const gains = options.map((option) => gainOf({ stake, price }, hunt.input.score, needs, option));
    const most = Math.max(0, ...gains);
    return [...gains, 0].map((own) => most - own);
  });
}

/** A difference of values in score points. Each further need counts as one, whatever others it costs. */
function points(difference: bigint, [, low, middle, high]: RankedWorth): number {
  let rest = difference;
  let needs = 0n;
  for (const worth of [high, middle, low].map(BigInt)) {
    const count = (rest + worth / 2n) / worth;
    if (count > 0n) needs += count;
    rest -= count * worth;
  }
  return Number(needs) + (rest > 0n ? Number(rest) / 10_000 : 0);
}
