import { asIs } from './arrange.ts';
import type { Placement, PlacementProblem } from './problem.ts';
import { emptyStanding, type Standing, seat, unseat } from './standing.ts';
import { type TightEdges, tightEdges } from './tight-edges.ts';

/** A placement between whose groups places can move. */
export interface Seating {
  standing: Standing;
  profit: Float64Array;
  tight: TightEdges;
  /** Per request: its group. */
  group: Int32Array;
  /** The requests of group g are members[begin[g]] to members[begin[g + 1] − 1]. */
  begin: Uint32Array;
  members: Uint32Array;
  /** Per group: its placed requests. */
  placed: Int32Array;
  /** Of the last search: per group whether it was reached. */
  reached: Uint8Array;
}

export function seatingOf(
  problem: PlacementProblem,
  placement: Placement,
  group: Int32Array,
  groups: number,
): Seating {
  const standing = emptyStanding(asIs(problem), new Float64Array(group.length), placement.price);
  const placed = new Int32Array(groups);
  placement.edgeOf.forEach((edge, request) => {
    if (edge < 0) return;
    seat(standing, request, edge);
    placed[group[request]!]! += 1;
  });
  const tight = tightEdges(problem, placement);
  const { profit } = placement;
  return {
    standing,
    profit,
    tight,
    group,
    ...byGroup(group, groups),
    placed,
    reached: new Uint8Array(groups),
  };
}

function byGroup(group: Int32Array, groups: number): Pick<Seating, 'begin' | 'members'> {
  const begin = new Uint32Array(groups + 1);
  for (const own of group) begin[own + 1]! += 1;
  for (let at = 0; at < groups; at++) begin[at + 1]! += begin[at]!;
  const members = new Uint32Array(begin[groups]!);
  const next = begin.slice();
  group.forEach((own, request) => {
    members[next[own]!] = request;
    next[own]! += 1;
  });
  return { begin, members };
}

/** How a search came to a group or a service: who would move, and for a service by which edge. */
interface Trail {
  request: Int32Array;
  edge: Int32Array;
}

/**
 * Moves one place to a group that may take from one that may give, without anybody else winning or losing, if there is
 * a way; breadth first. An unplaced request takes a seat, who had it goes to another seat just as good for all together
 * (a tight edge), and so forth, until somebody whom it costs nothing (profit 0) stays without. On its way a place may
 * pass through other groups, which lose one and win one.
 */
export function movePlace(
  seating: Seating,
  mayTake: (group: number) => boolean,
  mayGive: (group: number) => boolean,
): boolean {
  const { placed, reached, standing } = seating;
  const groups = placed.length;
  const nodes = groups + standing.load.length;
  const trail = { request: new Int32Array(nodes).fill(-1), edge: new Int32Array(nodes).fill(-1) };
  const seen = new Uint8Array(nodes);
  const queue: number[] = [];
  const visit = (node: number, request: number, edge: number) => {
    if (seen[node]) return;
    seen[node] = 1;
    trail.request[node] = request;
    trail.edge[node] = edge;
    queue.push(node);
  };
  for (let group = 0; group < groups; group++) if (mayTake(group)) visit(group, -1, -1);
  let giver = -1;
  for (let at = 0; at < queue.length && giver < 0; at++) {
    const node = queue[at]!;
    if (node < groups) leaveGroup(seating, node, visit);
    else giver = leaveService(seating, node - groups, visit, mayGive);
  }
  for (let group = 0; group < groups; group++) reached[group] = seen[group]!;
  if (giver < 0) return false;
  moveBack(seating, trail, giver);
  return true;
}

type Visit = (node: number, request: number, edge: number) => void;

/** Who of a group is unplaced could go where its tight edges lead. */
function leaveGroup({ standing, tight, begin, members, placed }: Seating, group: number, visit: Visit): void {
  for (let at = begin[group]!; at < begin[group + 1]!; at++) {
    const request = members[at]!;
    if (standing.edgeOf[request]! >= 0) continue;
    for (let n = tight.first[request]!; n < tight.first[request + 1]!; n++)
      visit(placed.length + standing.service[tight.edge[n]!]!, request, tight.edge[n]!);
  }
}

/** Who sits at a service could go elsewhere, or stay without; in this case the group that may give, or -1. */
function leaveService(
  { standing, tight, group, profit, placed }: Seating,
  service: number,
  visit: Visit,
  mayGive: (group: number) => boolean,
): number {
  for (let request = standing.head[service]!; request >= 0; request = standing.next[request]!) {
    const own = group[request]!;
    if (profit[request] === 0) {
      visit(own, request, -1);
      if (mayGive(own)) return own;
    }
    for (let n = tight.first[request]!; n < tight.first[request + 1]!; n++)
      visit(placed.length + standing.service[tight.edge[n]!]!, request, tight.edge[n]!);
  }
  return -1;
}

/** Moves everybody on the way, from the group that gives back to the one that takes. */
function moveBack({ standing, group, placed }: Seating, trail: Trail, giver: number): void {
  const { service, edgeOf } = standing;
  for (let leaver = trail.request[giver]!; leaver >= 0; ) {
    let free = service[edgeOf[leaver]!]!;
    unseat(standing, leaver);
    placed[group[leaver]!]! -= 1;
    let mover = leaver;
    for (let isIn = true; isIn; ) {
      const [edge, node] = [trail.edge[placed.length + free]!, placed.length + free];
      mover = trail.request[node]!;
      const held = edgeOf[mover]!;
      isIn = held >= 0;
      if (isIn) unseat(standing, mover);
      seat(standing, mover, edge);
      if (isIn) free = service[held]!;
    }
    placed[group[mover]!]! += 1;
    leaver = trail.request[group[mover]!]!;
  }
}
