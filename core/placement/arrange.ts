import type { PlacementProblem } from './problem.ts';

/**
 * A problem laid out for speed: rows in the order in which they are looked at, services numbered as they are met, so
 * that neighbours lie beside each other in memory. Requests without edges and services without requests are left out.
 */
export interface Arranged {
  /** Edges of row r are first[r] to first[r + 1] − 1; a row's edges may change places among themselves. */
  first: Uint32Array;
  service: Uint32Array;
  /** Scores are at most 10,000. */
  score: Uint16Array;
  capacity: Int32Array;
  /** Per service: how many rows have an edge to it. */
  wanted: Uint32Array;
  /** The request of each row and the service of each number, as the problem has them. */
  requestOf: Uint32Array;
  serviceOf: Uint32Array;
}

export function arrange(problem: PlacementProblem, order: Uint32Array): Arranged {
  const requestOf = order.filter((request) => problem.first[request]! < problem.first[request + 1]!);
  const number = new Int32Array(problem.capacity.length).fill(-1);
  const serviceOf = new Uint32Array(problem.capacity.length);
  const wanted = new Uint32Array(problem.capacity.length);
  const first = new Uint32Array(requestOf.length + 1);
  const service = new Uint32Array(problem.service.length);
  const score = new Uint16Array(problem.service.length);
  let met = 0;
  let next = 0;
  for (let row = 0; row < requestOf.length; row++) {
    const request = requestOf[row]!;
    for (let edge = problem.first[request]!, end = problem.first[request + 1]!; edge < end; edge++) {
      const given = problem.service[edge]!;
      let at = number[given]!;
      if (at < 0) {
        at = met++;
        number[given] = at;
        serviceOf[at] = given;
      }
      wanted[at] = wanted[at]! + 1;
      service[next] = at;
      score[next] = problem.score[edge]!;
      next++;
    }
    first[row + 1] = next;
  }
  return {
    first,
    service,
    score,
    capacity: Int32Array.from(serviceOf.subarray(0, met), (given) => problem.capacity[given]!),
    wanted: wanted.subarray(0, met),
    requestOf,
    serviceOf: serviceOf.subarray(0, met),
  };
}

/** A problem as it is: row r is request r, all of them. */
export function asIs({ first, service, score, capacity }: PlacementProblem): Arranged {
  const wanted = new Uint32Array(capacity.length);
  for (const at of service) wanted[at]! += 1;
  return {
    first,
    service,
    score: Uint16Array.from(score),
    capacity,
    wanted,
    requestOf: Uint32Array.from({ length: first.length - 1 }, (_, request) => request),
    serviceOf: Uint32Array.from(capacity.keys()),
  };
}
