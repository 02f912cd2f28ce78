import type { PlanInput } from '../../../core/placement/plan-input.ts';

/**
 * Up to so many pairs of requests that share three services at least, spread over all requests. They are strangers of
 * different streets, so they are torn apart more often than brothers and sisters, who share a home.
 */
export function findPairs({ first, offer, urgency }: PlanInput, count: number): [number, number][] {
  const askers = new Map<number, number[]>();
  for (let request = 0; request < urgency.length; request++)
    for (const service of servicesOf(first, offer, request)) {
      const own = askers.get(service) ?? [];
      own.push(request);
      askers.set(service, own);
    }
  const taken = new Set<number>();
  const pairs: [number, number][] = [];
  const stride = Math.max(1, Math.floor(urgency.length / (4 * count)));
  for (let request = 0; request < urgency.length && pairs.length < count; request += stride) {
    const own = new Set(servicesOf(first, offer, request));
    const partner = [...own]
      .flatMap((service) => askers.get(service) ?? [])
      .find((other) => other > request && !taken.has(other) && shared(other, own) >= 3);
    if (taken.has(request) || partner === undefined) continue;
    taken.add(request).add(partner);
    pairs.push([request, partner]);
  }
  return pairs;

  function shared(other: number, own: ReadonlySet<number>): number {
    return servicesOf(first, offer, other).filter((service) => own.has(service)).length;
  }
}

function servicesOf(first: Uint32Array, offer: ArrayLike<number>, request: number): number[] {
  return Array.from({ length: first[request + 1]! - first[request]! }, (_, n) => offer[first[request]! + n]!);
}
