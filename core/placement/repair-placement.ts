import { fillSeat } from './fill-seat.ts';
import { type LivingPlacement, livingPlacement, placementNow, problemNow } from './living-placement.ts';
import { placeRow } from './place-row.ts';
import { closeRow, unseat } from './standing.ts';

/** What a request is now. */
export interface RequestNow {
  /** Where it could go, each service once, with scores from 0 to 10,000. None: the request is gone. */
  edges: readonly { service: number; score: number }[];
  /** 1 to 3; of no meaning where urgency does not count. */
  urgency: number;
}

/**
 * Takes over what became of one request (with the next free number: of a new one) and makes the placement optimal
 * again: the request is taken out and placed anew along a shortest path, and the seat that it had is filled by another.
 * The duals stay, so that nobody further away is looked at.
 */
export function changeRequest(living: LivingPlacement, request: number, now: RequestNow): void {
  makeRoom(living, now.edges.length);
  const { standing, search, rowOf } = living;
  const old = rowOf[request];
  const edge = old === undefined ? -1 : standing.edgeOf[old]!;
  if (old !== undefined && edge >= 0) unseat(standing, old);
  if (old !== undefined) closeRow(standing, old);
  placeRow(standing, search, addRow(living, request, now));
  if (edge >= 0) refill(living, standing.service[edge]!);
}

/** Takes over how many places a service has now, and makes the placement optimal again. */
export function changeCapacity(living: LivingPlacement, service: number, places: number): void {
  const { standing, search } = living;
  const { load, capacity, head } = standing;
  capacity[service] = places;
  const displaced: number[] = [];
  while (load[service]! > places) {
    displaced.push(head[service]!);
    unseat(standing, head[service]!);
  }
  for (const row of displaced) placeRow(standing, search, row);
  refill(living, service);
}

/** Writes a row behind the others. */
function addRow(living: LivingPlacement, request: number, { edges, urgency }: RequestNow): number {
  const { standing, incoming, worth } = living;
  const { late } = incoming;
  const row = living.rows++;
  living.rowOf[request] = row;
  if (worth > 0) living.urgency[request] = urgency;
  standing.stake[row] = worth * urgency;
  standing.first[row] = living.edges;
  for (const { service, score } of edges) {
    const edge = living.edges++;
    standing.service[edge] = service;
    standing.score[edge] = score;
    late.row[edge - late.from] = row;
    late.next[edge - late.from] = late.head[service]!;
    late.head[service] = edge;
  }
  standing.end[row] = living.edges;
  return row;
}

function makeRoom(living: LivingPlacement, edges: number): void {
  const { standing } = living;
  if (living.rows < standing.edgeOf.length && living.edges + edges <= standing.service.length) return;
  Object.assign(living, livingPlacement(problemNow(living), placementNow(living)));
}

function refill({ standing, search, incoming }: LivingPlacement, service: number): void {
  while (standing.load[service]! < standing.capacity[service]! && standing.price[service]! > 0)
    fillSeat(standing, search, incoming, service);
}
