import type { FoundPlan, Search } from '../search-plans.ts';
import { fixSites } from './fix-sites.ts';
import { openGreedily } from './open-greedily.ts';
import { climbRoom, type RoomBound } from './room-bound.ts';
import { type BestRoom, bestRoom } from './room-plan.ts';
import { type RoomPricing, roomPricing } from './room-pricing.ts';
import type { RoomProblem } from './room-problem.ts';

/** Which sites are open (1), closed (-1) and free (0), with the multipliers that bounded what stands above it. */
interface Node {
  state: Int8Array;
  lambda: Float64Array;
  budgetPrice: number;
  share: Float64Array;
  bound: number;
}

interface Effort {
  steps: number;
  patience: number;
  rounds: number;
}

const AT_ROOT: Effort = { steps: 600, patience: 30, rounds: 10 };
const BELOW: Effort = { steps: 100, patience: 15, rounds: 3 };

/**
 * Branch and bound as in search-plans.ts, for sites with room for so many. Where nothing is free any more, the spread of
 * people over the open sites is the answer itself.
 */
export function searchRoom(problem: RoomProblem, search: Search): FoundPlan {
  const { isOver } = search;
  const plan = bestRoom(problem);
  const pricing = roomPricing(problem);
  const branches: Node[] = [];
  const greedy = openGreedily(problem, pricing);
  let at = rootOf(problem, greedy.pays);
  let bound = Number.NEGATIVE_INFINITY;
  plan.note(greedy.open);
  plan.exchange(pricing, at.share, isOver);
  for (let nodes = 1; ; nodes++) {
    const left = narrow(problem, pricing, at, plan, nodes === 1 ? AT_ROOT : BELOW, isOver);
    if (left) branches.push(...branchesOf(left));
    while (branches.length > 0 && plan.isEnough(branches.at(-1)!.bound)) branches.pop();
    if (left && nodes === 1) plan.exchange(pricing, left.share, isOver);
    bound = Math.max(bound, Math.min(plan.cost, ...branches.map((node) => node.bound)));
    search.onProgress?.(plan, bound, nodes);
    const next = isOver() ? undefined : branches.pop();
    if (!next) return { open: plan.open, cost: plan.cost, bound, proven: branches.length === 0, nodes };
    at = next;
  }
}

/** The bound begins at what people pay with a plan: nearer to the best multipliers than anything known of single sites. */
function rootOf({ sites, start, fixed }: RoomProblem, lambda: Float64Array): Node {
  const state = new Int8Array(sites);
  for (const site of fixed) state[site] = 1;
  for (let site = 0; site < sites; site++)
    if (state[site] === 0 && start[site] === start[site + 1]) state[site] = -1;
  return { state, lambda, budgetPrice: 0, share: new Float64Array(sites), bound: Number.NEGATIVE_INFINITY };
}

/** Bounds a node and settles what it can; what is left of it, or undefined where nothing better is left in it. */
function narrow(
  problem: RoomProblem,
  pricing: RoomPricing,
  node: Node,
  plan: BestRoom,
  effort: Effort,
  isOver: () => boolean,
): Node | undefined {
  let at = node;
  for (let round = 0; round < effort.rounds; round++) {
    const state = withinLimits(problem, at.state);
    if (!state) return undefined;
    const last = lastChoice(problem, state);
    if (last) {
      plan.note(last);
      return undefined;
    }
    const { isEnough } = plan;
    const climb = { ...effort, lambda: at.lambda, budgetPrice: at.budgetPrice, state };
    const raised = climbRoom(problem, pricing, { ...climb, target: plan.cost, isEnough, isOver });
    plan.note(chosenOf(raised));
    const { lambda, budgetPrice, share } = raised;
    at = { state, lambda, budgetPrice, share, bound: Math.max(at.bound, raised.bound) };
    if (plan.isEnough(at.bound)) return undefined;
    if (isOver()) break;
    const fixed = fixSites(problem, raised, state, plan.isEnough);
    at = { ...at, state: fixed.state };
    if (fixed.count === 0) break;
  }
  return at;
}

const chosenOf = ({ isChosen }: RoomBound) => [...isChosen.keys()].filter((site) => isChosen[site]);

/** Closes what no longer fits; undefined where what is open exceeds the limits already. */
function withinLimits({ p, budget, draw }: RoomProblem, state: Int8Array): Int8Array | undefined {
  let [count, drawn] = [0, 0];
  state.forEach((way, site) => {
    if (way !== 1) return;
    count++;
    drawn += draw[site]!;
  });
  if (count > p || drawn > budget) return undefined;
  return state.map((way, site) => (way === 0 && (count === p || drawn + draw[site]! > budget) ? -1 : way));
}

/** The only plan worth looking at, where nothing is free, or all that is free can open together: room never hurts. */
function lastChoice({ p, budget, draw }: RoomProblem, state: Int8Array): number[] | undefined {
  const all = [...state.keys()].filter((site) => state[site]! >= 0);
  const drawn = all.reduce((sum, site) => sum + draw[site]!, 0);
  return all.length <= p && drawn <= budget ? all : undefined;
}

/** The likelier way last: it is looked at first. */
function branchesOf(node: Node): Node[] {
  const { share, state } = node;
  let site = -1;
  const doubt = (at: number) => 0.5 - Math.abs(share[at]! - 0.5) + 1e-3 * share[at]!;
  for (let other = 0; other < state.length; other++)
    if (state[other] === 0 && (site < 0 || doubt(other) > doubt(site))) site = other;
  if (site < 0) return [];
  const turned = (way: 1 | -1): Node => ({ ...node, state: state.with(site, way) });
  return share[site]! >= 0.5 ? [turned(-1), turned(1)] : [turned(1), turned(-1)];
}
