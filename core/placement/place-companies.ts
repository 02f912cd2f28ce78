import { type Arranged, asIs } from './arrange.ts';
import { classWorth } from './class-values.ts';
import { NOWHERE, ownWay, type Way, waysOf } from './company-ways.ts';
import { type Incoming, incomingOf } from './incoming.ts';
import { copyStanding, mend, takeOut } from './node-standing.ts';
import type { OpenProblem } from './open-problem.ts';
import type { PlanInput } from './plan-input.ts';
import { liftPrices, type RankedWorth, rankedWorth, stakesOf } from './ranked-worth.ts';
import type { Company } from './read-companies.ts';
import { makeSearch, type Search } from './search.ts';
import { solvePlacement } from './solve-placement.ts';
import { emptyStanding, type Standing, seat } from './standing.ts';

/** Where the companies go. */
export interface CompanyPlaces {
  /** Per company: the position of its option, or NOWHERE. */
  option: number[];
  isProven: boolean;
  /** How much more another choice could be worth at most, in score points; a further need counts as one. */
  gap: number;
  steps: number;
}

/** A standing in which some companies are settled and taken out, and what they are worth. */
interface Node {
  standing: Standing;
  settled: bigint;
  option: (number | undefined)[];
}

interface Hunt {
  open: OpenProblem;
  input: PlanInput;
  companies: readonly Company[];
  worth: RankedWorth;
  search: Search;
  rows: Arranged;
  incoming: Incoming;
  best: { value: bigint; option: number[] } | undefined;
  /** The highest bound of what was not looked at any more. */
  left: bigint | undefined;
  steps: number;
}

/**
 * Branch and bound over companies (A. H. Land and A. G. Doig, _Econometrica_ 28, 1960). Without its ties a problem is an
 * assignment, whose optimum and duals bound what is possible with them: each company must go one of its ways, and what
 * the duals say that costs adds up over companies, since each term is about other requests. A node in which no company
 * is torn apart is a plan. Depth first, the cheapest way first; each node is mended from the one above it. After
 * `searchLimit` steps the best plan found is taken, with what the bounds leave open.
 */
export function placeCompanies(
  open: OpenProblem,
  input: PlanInput,
  companies: readonly Company[],
): CompanyPlaces {
  const needs = companies.reduce((sum, company) => sum + company.needs.length, 0);
  const rows = asIs(open.problem);
  const hunt: Hunt = {
    open,
    input,
    companies,
    worth: rankedWorth(classWorth(open.problem), needs),
    search: makeSearch(open.problem.capacity.length),
    rows,
    incoming: incomingOf(rows),
    best: undefined,
    left: undefined,
    steps: 0,
  };
  explore(hunt, { standing: rootStanding(hunt), settled: 0n, option: companies.map(() => undefined) });
  const { value, option } = hunt.best!;
  const gap = hunt.left === undefined || hunt.left <= value ? 0 : points(hunt.left - value, hunt.worth);
  return { option, isProven: gap === 0, gap, steps: hunt.steps };
}

/** The optimum without ties. */
function rootStanding({ open: { problem }, rows, worth, search, incoming }: Hunt): Standing {
  const { edgeOf, price } = solvePlacement(problem);
  const lifted = liftPrices(price, problem, worth);
  const standing = copyStanding(emptyStanding(rows, stakesOf(problem, worth), lifted));
  edgeOf.forEach((edge, request) => {
    if (edge >= 0) seat(standing, request, edge);
  });
  mend(standing, search, incoming);
  return standing;
}

function explore(hunt: Hunt, node: Node): void {
  const { companies, input } = hunt;
  const ways = companies.map((company, at) =>
    node.option[at] === undefined ? waysOf(node.standing, input.score, company) : [],
  );
  const bound = ways.reduce((rest, [least]) => rest - BigInt(least?.cost ?? 0), worthOfNode(hunt, node));
  if (hunt.best && bound <= hunt.best.value) return;
  const own = companies.map(
    (company, at) => node.option[at] ?? ownWay(node.standing, hunt.open, input.offer, company),
  );
  const torn = mostTorn(ways, own);
  if (torn < 0) {
    hunt.best = { value: bound, option: own.map((option) => option ?? NOWHERE) };
    return;
  }
  const [least] = ways[torn]!;
  for (const way of ways[torn]!) {
    const wayBound = bound - BigInt(way.cost - least!.cost);
    if (hunt.best && wayBound <= hunt.best.value) return;
    if (hunt.best && hunt.steps >= input.searchLimit) {
      if (hunt.left === undefined || wayBound > hunt.left) hunt.left = wayBound;
      return;
    }
    hunt.steps++;
    explore(hunt, settle(hunt, node, torn, way.option));
  }
}

/** Of the companies that are torn apart the one whose cheapest ways cost most, so that bounds fall soonest; or -1. */
function mostTorn(ways: readonly Way[][], own: readonly (number | undefined)[]): number {
  let most = -1;
  const costs = (at: number) => [ways[at]![0]!.cost, ways[at]![1]?.cost ?? Number.POSITIVE_INFINITY] as const;
  own.forEach((option, at) => {
    if (option !== undefined) return;
    if (most >= 0) {
      const [[first, second], [mostFirst, mostSecond]] = [costs(at), costs(most)];
      if (first < mostFirst || (first === mostFirst && second <= mostSecond)) return;
    }
    most = at;
  });
  return most;
}

function settle(hunt: Hunt, node: Node, at: number, option: number): Node {
  const { needs, options } = hunt.companies[at]!;
  const standing = copyStanding(node.standing);
  const place = options[option];
  takeOut(standing, hunt.search, hunt.incoming, needs, place?.pool ?? -1);
  let settled = node.settled;
  place?.choices.forEach((choice, member) => {
    settled += BigInt(standing.stake[needs[member]!]! + hunt.input.score[choice]!);
  });
  return { standing, settled, option: node.option.with(at, option) };
}

/** What a node is worth. Summed by classes, for the sum of all stakes may be beyond what is exact. */
function worthOfNode({ open: { problem }, worth }: Hunt, { standing, settled }: Node): bigint {
  const placed = [0, 0, 0, 0];
  let total = 0;
  standing.edgeOf.forEach((edge, request) => {
    if (edge < 0) return;
    placed[problem.urgency![request]!]! += 1;
    total += problem.score[edge]!;
  });
  return placed.reduce(
    (sum, count, urgency) => sum + BigInt(count) * BigInt(worth[urgency]!),
    settled + BigInt(total),
  );
}

/** A difference of values in score points, each further need counted as one. */
function points(difference: bigint, [, low, middle, high]: RankedWorth): number {
  let rest = difference;
  let needs = 0n;
  for (const worth of [high, middle, low]) {
    needs += rest / BigInt(worth);
    rest %= BigInt(worth);
  }
  return Number(needs) + Number(rest) / 10_000;
}
