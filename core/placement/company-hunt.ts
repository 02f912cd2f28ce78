import { type Arranged, asIs } from './arrange.ts';
import { classWorth } from './class-values.ts';
import { NOWHERE, ownWay, type Way, waysOf } from './company-ways.ts';
import { type Incoming, incomingOf } from './incoming.ts';
import { copyStanding, mend, takeOut } from './node-standing.ts';
import type { OpenProblem } from './open-problem.ts';
import type { PlanInput } from './plan-input.ts';
import type { PlacementProblem } from './problem.ts';
import { liftPrices, type RankedWorth, rankedWorth, stakesOf } from './ranked-worth.ts';
import type { Company } from './read-companies.ts';
import { makeSearch, type Search } from './search.ts';
import { solvePlacement } from './solve-placement.ts';
import { emptyStanding, type Standing, seat } from './standing.ts';

/** What a search for the best places of companies goes by, and what it has found. */
export interface Hunt {
  open: OpenProblem;
  input: PlanInput;
  companies: readonly Company[];
  worth: RankedWorth;
  search: Search;
  incoming: Incoming;
  /** The optimum without ties. */
  root: Standing;
  /** What the second bound leaves possible, and per company and option (nowhere last) by how much it falls. */
  ceiling: bigint;
  fall: number[][];
  best: { value: bigint; option: number[] } | undefined;
}

/** A standing in which some companies are settled and taken out. */
export interface Node {
  standing: Standing;
  /** What the settled companies are worth. */
  settled: bigint;
  /** Per company: its option once it is settled. */
  option: (number | undefined)[];
  ceiling: bigint;
}

export interface Branch {
  option: number;
  bound: bigint;
}

export function beginHunt(open: OpenProblem, input: PlanInput, companies: readonly Company[]): Hunt {
  const { problem } = open;
  const worth = rankedWorth(
    classWorth(problem),
    companies.reduce((sum, company) => sum + company.needs.length, 0),
  );
  const search = makeSearch(problem.capacity.length);
  const rows = asIs(problem);
  const incoming = incomingOf(rows);
  const root = rootStanding(problem, rows, worth);
  mend(root, search, incoming);
  const fall = companies.map(({ options }) => new Array<number>(options.length + 1).fill(0));
  const hunt: Hunt = {
    open,
    input,
    companies,
    worth,
    search,
    incoming,
    root,
    ceiling: 0n,
    fall,
    best: undefined,
  };
  const ways = companies.map((company) => waysOf(root, input.score, company));
  hunt.ceiling = boundOf(hunt, rootNode(hunt), ways);
  return hunt;
}

function rootStanding(problem: PlacementProblem, rows: Arranged, worth: RankedWorth): Standing {
  const { edgeOf, price } = solvePlacement(problem);
  const lifted = liftPrices(price, problem, worth);
  const standing = copyStanding(emptyStanding(rows, stakesOf(problem, worth), lifted));
  edgeOf.forEach((edge, request) => {
    if (edge >= 0) seat(standing, request, edge);
  });
  return standing;
}

/** Nobody is settled. */
export function rootNode({ root, companies, ceiling }: Hunt): Node {
  return { standing: copyStanding(root), settled: 0n, option: companies.map(() => undefined), ceiling };
}

/** Sends a company one of its ways; the others of the standing get what is best then. */
export function settle(hunt: Hunt, node: Node, at: number, option: number): void {
  const { needs, options } = hunt.companies[at]!;
  const place = options[option];
  takeOut(node.standing, hunt.search, hunt.incoming, needs, place?.pool ?? -1);
  place?.choices.forEach((choice, member) => {
    node.settled += BigInt(node.standing.stake[needs[member]!]! + hunt.input.score[choice]!);
  });
  node.option[at] = option;
  node.ceiling -= BigInt(hunt.fall[at]!.at(option)!);
}

/**
 * Looks at what is possible below a node: if no company is torn apart in it, it is a plan and nothing below is better;
 * else gives the company to go on with and those of its ways that may lead to a better plan, the best first.
 */
export function look(hunt: Hunt, node: Node): { at: number; branches: Branch[] } | undefined {
  const { companies, input, open } = hunt;
  const ways = companies.map((company, at) =>
    node.option[at] === undefined ? waysOf(node.standing, input.score, company) : [],
  );
  const bound = boundOf(hunt, node, ways);
  if (hunt.best && bound <= hunt.best.value) return undefined;
  const own = companies.map(
    (company, at) => node.option[at] ?? ownWay(node.standing, open, input.offer, company),
  );
  const torn = own.flatMap((option, at) => (option === undefined ? at : []));
  if (torn.length > 0)
    return narrowest(torn.map((at) => ({ at, branches: branchesOf(hunt, node, at, ways[at]!, bound) })));
  hunt.best = { value: bound, option: own.map((option) => option ?? NOWHERE) };
  return undefined;
}

/** What is possible below a node, by the duals of its standing. */
function boundOf(hunt: Hunt, node: Node, ways: readonly Way[][]): bigint {
  return ways.reduce((rest, of) => rest - BigInt(cheapest(of)), worthOfNode(hunt, node));
}

function cheapest(ways: readonly Way[]): number {
  return ways.reduce((least, { cost }) => Math.min(least, cost), ways[0]?.cost ?? 0);
}

function branchesOf(
  { best, fall }: Hunt,
  node: Node,
  at: number,
  ways: readonly Way[],
  bound: bigint,
): Branch[] {
  const least = cheapest(ways);
  return ways
    .map(({ option, cost }) => {
      const own = bound - BigInt(cost - least);
      const ceiling = node.ceiling - BigInt(fall[at]!.at(option)!);
      return { option, bound: own < ceiling ? own : ceiling };
    })
    .filter((branch) => !best || branch.bound > best.value)
    .sort((a, b) => (a.bound === b.bound ? (a.option >>> 0) - (b.option >>> 0) : a.bound > b.bound ? -1 : 1));
}

/** Of companies that are torn apart the one with the fewest branches, of those the one whose best is worst. */
function narrowest(torn: readonly { at: number; branches: Branch[] }[]): { at: number; branches: Branch[] } {
  return torn.reduce((one, other) => {
    const fewer = other.branches.length - one.branches.length;
    if (fewer !== 0) return fewer < 0 ? other : one;
    return (other.branches[0]?.bound ?? 0n) < (one.branches[0]?.bound ?? 0n) ? other : one;
  });
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
