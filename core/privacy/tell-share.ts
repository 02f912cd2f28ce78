/** Students of a set for whom something holds. */
export interface Tally {
  students: number;
  covered: number;
}

/**
 * A share as it may be told. `end` says that it is near one end of the scale, and not how near: `few`, it holds for
 * fewer than the threshold, perhaps nobody; `most`, it does not hold for fewer than the threshold, perhaps nobody.
 * With an `end` of null as well, nothing is said: of fewer than twice the threshold either end would say too much.
 */
export interface ToldShare {
  covered: number | null;
  share: number | null;
  end: 'few' | 'most' | null;
}

/** Tells a share only where at least `threshold` students stand on both sides of it: 0 % and 100 % are never told. */
export function tellShare({ students, covered }: Tally, threshold: number): ToldShare {
  const isFew = covered < threshold;
  const isMost = students - covered < threshold;
  if (!isFew && !isMost) return { covered, share: covered / students, end: null };
  const isWide = students >= 2 * threshold - 1;
  return { covered: null, share: null, end: isWide ? (isFew ? 'few' : 'most') : null };
}
