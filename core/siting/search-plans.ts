import { type BestPlan, bestPlan } from './best-plan.ts';
import { dominate } from './dominate.ts';
import type { Facilities } from './facilities.ts';
import { firstLambda } from './first-lambda.ts';
import { fixColumns } from './fix-columns.ts';
import { interchange } from './interchange.ts';
import { climb } from './lagrangian-bound.ts';
import { openGreedily } from './open-greedily.ts';
import { openColumns } from './opening.ts';
import { settleColumns } from './settle-columns.ts';
import { startAnew } from './start-anew.ts';

export interface Search {
  isOver(): boolean;
  /** A plan that costs no more is good enough, and where none is possible nothing is looked for. */
  enough?: number;
  onProgress?(plan: Pick<BestPlan, 'cost' | 'open'>, bound: number, nodes: number): void;
}

export interface FoundPlan {
  open: number[];
  cost: number;
  bound: number;
  proven: boolean;
  nodes: number;
}

/** A problem with the multipliers that bounded it, and per column how often the last climb chose it. */
interface Node {
  f: Facilities;
  lambda: Float64Array;
  budgetPrice: number;
  share: Float64Array;
  bound: number;
}

/** A node to be looked at: what is left of its parent with one more column open or closed. */
interface Branch {
  parent: Node;
  column: number;
  way: 1 | -1;
}

interface Effort {
  steps: number;
  patience: number;
  rounds: number;
  /** Share of columns that must have been settled for another round, */
  worthwhile: number;
  /** or share of the gap that must have gone. At the root a little is worth it: all nodes profit. */
  worthClimbing: number;
  /** By how much each further round is more patient, up to the most patient. */
  growth: number;
  /** Plans that each round begins anew with. */
  starts: number;
}

const AT_ROOT = { rounds: 30, worthwhile: 0.05, worthClimbing: 0.1 };
const QUICK: Effort = { ...AT_ROOT, steps: 500, patience: 20, growth: 1, starts: 0 };
const BELOW: Effort = {
  ...QUICK,
  steps: 160,
  patience: 20,
  rounds: 6,
  worthwhile: 0.2,
  worthClimbing: Infinity,
};
/** A cover that so many nodes have not solved begins again, with a bound and plans that take longer to find. */
const DEEPER_AFTER = 60;
const DEEP: Effort = { ...AT_ROOT, steps: 1000, patience: 40, growth: 2, starts: 20 };
const MOST_PATIENT = 160;

/**
 * Branch and bound with Lagrangian bounds (S. Narula, U. Ogbu and H. Samuelsson, 1977): what a bound shows to be open or
 * closed in every better plan is settled, what is left is a smaller problem, and where nothing more is settled the column
 * about which the bounds disagree most is tried both ways, depth first.
 */
export function searchPlans(root: Facilities, search: Search): FoundPlan {
  const plan = bestPlan(root, search.enough);
  const isOver = () => plan.isGood() || search.isOver();
  const greedy = openGreedily(root, isOver);
  const lambda = firstLambda(root, greedy);
  interchange(root, greedy, isOver);
  plan.note(root, greedy.open);
  const share = new Float64Array(root.site.length);
  let branches: Branch[] = [];
  let bound = root.settled;
  let at: Node = { f: root, lambda, budgetPrice: 0, share, bound };
  let top: Node | undefined;
  for (let nodes = 1; ; nodes++) {
    const left = narrow(at, plan, nodes === 1 ? QUICK : at === top ? DEEP : BELOW, isOver);
    if (left) branches.push(...branchesOf(left));
    while (branches.length > 0 && plan.isEnough(branches.at(-1)!.parent.bound)) branches.pop();
    bound = Math.max(bound, Math.min(plan.cost, ...branches.map(({ parent }) => parent.bound)));
    search.onProgress?.(plan, bound, nodes);
    if (nodes === 1 && root.isCover && !root.isDuty) top = left;
    if (nodes === DEEPER_AFTER && top && branches.length > 0) {
      branches = [];
      at = top;
      continue;
    }
    const next = isOver() ? undefined : branches.pop();
    if (!next) return { open: plan.open, cost: plan.cost, bound, proven: branches.length === 0, nodes };
    at = settled(
      next.parent,
      Int8Array.from(next.parent.share, (_, column) => (column === next.column ? next.way : 0)),
    );
  }
}

/** Bounds a node and settles what it can; what is left of it, or undefined where nothing better is left in it. */
function narrow(node: Node, plan: BestPlan, effort: Effort, isOver: () => boolean): Node | undefined {
  let at = node;
  let { steps, patience } = effort;
  for (let round = 0; round < effort.rounds; round++) {
    if (at.f.isCover) at = withoutNeedless(at);
    const { f } = at;
    if (isSettled(f)) break;
    const was = at.bound;
    const raised = climb(f, {
      steps,
      patience,
      lambda: f.p === 1 ? f.cap : at.lambda,
      budgetPrice: at.budgetPrice,
      target: plan.cost,
      isEnough: plan.isEnough,
      isOver,
    });
    improve(f, plan, raised.bestColumns, raised.best < plan.cost || effort !== BELOW, isOver);
    const { lambda, budgetPrice, share } = raised;
    at = { f, lambda, budgetPrice, share, bound: Math.max(at.bound, f.settled, raised.bound) };
    for (const { open } of startAnew(f, share, { starts: effort.starts, seed: round, isOver }))
      plan.note(f, open);
    if (plan.isEnough(at.bound)) return undefined;
    const { state, fixed } = isOver() ? NOTHING_FIXED : fixColumns(f, raised, plan.isEnough);
    if (fixed > 0) at = settled(at, state);
    const isRising = at.bound - was > effort.worthClimbing * (plan.cost - was);
    const isLonger = patience < MOST_PATIENT && effort.growth > 1;
    if (fixed <= effort.worthwhile * f.site.length && !isRising && !isLonger) break;
    if (!isLonger) continue;
    steps *= effort.growth;
    patience *= effort.growth;
  }
  if (!isSettled(at.f)) return at;
  plan.note(at.f, []);
  return undefined;
}

const isSettled = ({ p, site }: Facilities) => p === 0 || site.length === 0;

const NOTHING_FIXED = { state: new Int8Array(), fixed: 0 };

/** Notes the best plan of a climb, and what exchanges make of it. */
function improve(
  f: Facilities,
  plan: BestPlan,
  columns: readonly number[],
  isPromising: boolean,
  isOver: () => boolean,
): void {
  if (!isPromising) return;
  const opening = openColumns(f, columns);
  interchange(f, opening, isOver);
  plan.note(f, opening.open);
}

function withoutNeedless(node: Node): Node {
  for (let at = node; ; ) {
    const { state, gone, found } = dominate(at.f);
    if (found === 0) return at;
    at = settled(at, state, gone);
  }
}

function settled(node: Node, state: Int8Array, gone?: Uint8Array): Node {
  const { facilities, lambda, from } = settleColumns(node.f, state, node.lambda, gone);
  const share = Float64Array.from(from, (column) => node.share[column]!);
  return { ...node, f: facilities, lambda, share, bound: Math.max(node.bound, facilities.settled) };
}

/** The likelier way last: it is looked at first. */
function branchesOf(parent: Node): Branch[] {
  const { share } = parent;
  let column = 0;
  const doubt = (at: number) => 0.5 - Math.abs(share[at]! - 0.5) + 1e-3 * share[at]!;
  for (let other = 1; other < share.length; other++) if (doubt(other) > doubt(column)) column = other;
  const way = share[column]! >= 0.5 ? 1 : -1;
  return [
    { parent, column, way: way === 1 ? -1 : 1 },
    { parent, column, way },
  ];
}
