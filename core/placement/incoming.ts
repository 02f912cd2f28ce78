import type { PlacementProblem } from './problem.ts';

/** Who could come to a service: the requests of service s are request[first[s]] to request[first[s + 1] − 1]. */
export interface Incoming {
  first: Uint32Array;
  request: Uint32Array;
}

export function incomingOf({ first, service, capacity }: PlacementProblem): Incoming {
  const begin = new Uint32Array(capacity.length + 1);
  for (let edge = 0; edge < service.length; edge++) begin[service[edge]!]! += 1;
  let sum = 0;
  for (let at = 0; at <= capacity.length; at++) {
    sum += begin[at]!;
    begin[at] = sum;
  }
  // Filled from the back, so that `begin` ends as the beginnings and requests stay in their order.
  const request = new Uint32Array(service.length);
  for (let r = first.length - 2; r >= 0; r--)
    for (let edge = first[r]!; edge < first[r + 1]!; edge++) {
      const at = service[edge]!;
      const place = begin[at]! - 1;
      begin[at] = place;
      request[place] = r;
    }
  return { first: begin, request };
}
