import type { PlacementProblem } from './problem.ts';

/**
 * Requests beside those that could go to the same places: services are walked breadth first over the requests that they
 * share, and each brings the requests that name it first. Requests without edges are left out.
 */
export function orderByService({ first, service, capacity }: PlacementProblem): Uint32Array {
  const { begin, request } = byFirstService({ first, service, capacity });
  const services = capacity.length;
  const order = new Uint32Array(request.length);
  const isMet = new Uint8Array(services);
  const queue = new Uint32Array(services);
  let [ordered, met, walked] = [0, 0, 0];
  for (let root = 0; root < services; root++) {
    if (isMet[root]) continue;
    isMet[root] = 1;
    queue[met++] = root;
    while (walked < met) {
      const at = queue[walked++]!;
      for (let n = begin[at]!; n < begin[at + 1]!; n++) {
        const r = request[n]!;
        order[ordered++] = r;
        for (let edge = first[r]!; edge < first[r + 1]!; edge++) {
          const other = service[edge]!;
          if (isMet[other]) continue;
          isMet[other] = 1;
          queue[met++] = other;
        }
      }
    }
  }
  return order;
}

/** Counting sort: the requests that name service s first are request[begin[s]] to request[begin[s + 1] − 1]. */
function byFirstService({
  first,
  service,
  capacity,
}: Pick<PlacementProblem, 'first' | 'service' | 'capacity'>) {
  const requests = first.length - 1;
  const begin = new Uint32Array(capacity.length + 1);
  for (let r = 0; r < requests; r++) if (first[r]! < first[r + 1]!) begin[service[first[r]!]! + 1]! += 1;
  for (let at = 0; at < capacity.length; at++) begin[at + 1]! += begin[at]!;
  const next = begin.slice();
  const request = new Uint32Array(begin[capacity.length]!);
  for (let r = 0; r < requests; r++) {
    if (first[r]! === first[r + 1]!) continue;
    const at = service[first[r]!]!;
    request[next[at]!] = r;
    next[at]! += 1;
  }
  return { begin, request };
}
