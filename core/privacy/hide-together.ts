/** What is asked of a group that may have to be hidden. */
export interface GroupSizes<G> {
  idOf(group: G): string;
  /** By which the smallest go first. */
  sizeOf(group: G): number;
  /** People about whom something would be told: none of these may be fewer than the threshold. */
  parts: readonly ((group: G) => number)[];
}

/**
 * Hides every group of which one of the parts is smaller than the threshold, and then the smallest others until what is
 * hidden is at least two groups and their parts together reach the threshold, too: so nothing about fewer follows from
 * sums over all. With a threshold of 1 or 0 nothing is hidden.
 */
export function hideTogether<G>(
  groups: readonly G[],
  { idOf, sizeOf, parts }: GroupSizes<G>,
  threshold: number,
  hiddenBefore: ReadonlySet<G> = new Set(),
): Set<G> {
  const isSmall = (group: G) => parts.some((part) => part(group) < threshold);
  const [hidden, rest] = [new Set<G>(), [] as G[]];
  for (const group of groups) {
    if (threshold > 1 && (hiddenBefore.has(group) || isSmall(group))) hidden.add(group);
    else rest.push(group);
  }
  rest.sort((a, b) => sizeOf(b) - sizeOf(a) || (idOf(a) < idOf(b) ? 1 : -1));
  const isEnough = () =>
    hidden.size === 0 ||
    (hidden.size > 1 &&
      parts.every((part) => [...hidden].reduce((sum, group) => sum + part(group), 0) >= threshold));
  while (rest.length > 0 && !isEnough()) hidden.add(rest.pop()!);
  return hidden;
}
