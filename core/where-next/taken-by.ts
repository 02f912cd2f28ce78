import type { Fare } from './fare.ts';

/** How many have a place at a site; undefined where sites have room for everybody. */
export function takenBy({ placed }: Pick<Fare, 'placed'>): ((site: number) => number) | undefined {
  if (!placed) return undefined;
  const taken = new Map<number, number>();
  for (const { site, people } of placed) taken.set(site, (taken.get(site) ?? 0) + people);
  return (site) => taken.get(site) ?? 0;
}
