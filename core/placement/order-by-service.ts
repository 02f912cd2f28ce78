import type { PlacementProblem } from './problem.ts';

/** Requests with the same first service beside each other (counting sort); those without edges are left out. */
export function orderByService({ first, service, capacity }: PlacementProblem): Uint32Array {
  const requests = first.length - 1;
  const begin = new Uint32Array(capacity.length + 1);
  for (let r = 0; r < requests; r++) if (first[r]! < first[r + 1]!) begin[service[first[r]!]! + 1]! += 1;
  for (let at = 0; at < capacity.length; at++) begin[at + 1]! += begin[at]!;
  const order = new Uint32Array(begin[capacity.length]!);
  for (let r = 0; r < requests; r++) {
    if (first[r]! === first[r + 1]!) continue;
    const at = service[first[r]!]!;
    order[begin[at]!] = r;
    begin[at]! += 1;
  }
  return order;
}
