import { asIs } from './arrange.ts';
import { classWorth, HIGHEST_SCORE } from './class-values.ts';
import { type Incoming, incomingOf } from './incoming.ts';
import type { Placement, PlacementProblem } from './problem.ts';
import { makeSearch, type Search } from './search.ts';
import { settle } from './settle.ts';
import { emptyStanding, type Standing } from './standing.ts';

/**
 * An optimal placement that stays so while its problem changes (repair-placement.ts). Rows lie on top of what was there
 * at first: a request that changes gets a new row behind all others, and its old one is closed. When the room behind is
 * used up, all is laid out anew.
 */
export interface LivingPlacement {
  standing: Standing;
  search: Search;
  incoming: Required<Incoming>;
  /** Per request: its row. */
  rowOf: number[];
  /** Per request, where urgency counts; otherwise empty. */
  urgency: number[];
  /** What a step of urgency is worth: enough for as many requests as there is room for, 0 where it does not count. */
  worth: number;
  rows: number;
  edges: number;
}

/** Room for so many more rows and edges than there are, at least; and an eighth of what is there. */
const ROOM = 1024;
const withRoom = (count: number) => count + (count >> 3) + ROOM;

/** @throws RangeError for what is not as `PlacementProblem` says */
export function livingPlacement(problem: PlacementProblem, placement: Placement): LivingPlacement {
  const requests = problem.first.length - 1;
  const room = { rows: withRoom(requests), edges: withRoom(problem.service.length) };
  const was = classWorth(problem);
  const worth = problem.urgency ? 1 + HIGHEST_SCORE * room.rows : 0;
  const price = placement.price.map((own) => (was ? own + Math.round(own / was) * (worth - was) : own));
  const stake = Float64Array.from({ length: requests }, (_, r) => worth * (problem.urgency?.[r] ?? 0));
  const rows = asIs(problem);
  const standing = emptyStanding(rows, stake, price);
  settle(standing, rows, placement.edgeOf);
  return {
    standing: {
      ...standing,
      first: grown(standing.first, room.rows),
      end: grown(standing.end, room.rows),
      service: grown(standing.service, room.edges),
      score: grown(standing.score, room.edges),
      stake: grown(standing.stake, room.rows),
      capacity: standing.capacity.slice(),
      margin: grown(standing.margin, room.rows),
      edgeOf: grown(standing.edgeOf, room.rows).fill(-1, requests),
      next: grown(standing.next, room.rows),
      before: grown(standing.before, room.rows),
    },
    search: makeSearch(price.length),
    incoming: { ...incomingOf(rows), late: noLateEdges(price.length, rows.service.length, room.edges) },
    rowOf: Array.from({ length: requests }, (_, r) => r),
    urgency: Array.from(problem.urgency ?? []),
    worth,
    rows: requests,
    edges: rows.service.length,
  };
}

function noLateEdges(services: number, from: number, to: number): Required<Incoming>['late'] {
  return {
    from,
    head: new Int32Array(services).fill(-1),
    next: new Int32Array(to - from),
    row: new Uint32Array(to - from),
  };
}

type Column = Uint32Array | Uint16Array | Int32Array | Float64Array;

function grown<T extends Column>(column: T, length: number): T;
function grown(column: Column, length: number): Column {
  const more =
    column instanceof Float64Array
      ? new Float64Array(length)
      : column instanceof Uint16Array
        ? new Uint16Array(length)
        : column instanceof Int32Array
          ? new Int32Array(length)
          : new Uint32Array(length);
  more.set(column);
  return more;
}

/** The problem as it is now: request r is rowOf[r]. */
export function problemNow({ standing, rowOf, urgency, worth }: LivingPlacement): PlacementProblem {
  const { first, end, service, score, capacity } = standing;
  const begin = new Uint32Array(rowOf.length + 1);
  rowOf.forEach((row, request) => {
    begin[request + 1] = begin[request]! + end[row]! - first[row]!;
  });
  const services = new Uint32Array(begin[rowOf.length]!);
  const scores = new Int32Array(services.length);
  rowOf.forEach((row, request) => {
    services.set(service.subarray(first[row]!, end[row]!), begin[request]!);
    scores.set(score.subarray(first[row]!, end[row]!), begin[request]!);
  });
  return {
    first: begin,
    service: services,
    score: scores,
    capacity: capacity.slice(),
    ...(worth > 0 && { urgency: Uint8Array.from(urgency) }),
  };
}

/** The placement as it is now, of `problemNow`. Its duals are for `worth` (third argument of `checkPlacement`). */
export function placementNow({ standing, rowOf }: LivingPlacement): Placement {
  const { first, end, edgeOf, score, price, margin, stake } = standing;
  const edges = new Int32Array(rowOf.length).fill(-1);
  const profit = Float64Array.from(rowOf, (row) => margin[row]! + stake[row]!);
  let [begin, total, placed] = [0, 0, 0];
  rowOf.forEach((row, request) => {
    const edge = edgeOf[row]!;
    if (edge >= 0) {
      edges[request] = begin + edge - first[row]!;
      total += score[edge]!;
      placed++;
    }
    begin += end[row]! - first[row]!;
  });
  return { edgeOf: edges, total, placed, price: price.slice(), profit };
}
