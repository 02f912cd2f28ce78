const MINUTE = 60_000;
/** A timer's longest time; a later end is looked at again on the way. */
const LONGEST = 12 * 60 * MINUTE;

/** In how many milliseconds to look again: when the warning is due, then each half minute, once over each minute. */
export function nextLook(endsAt: number, now: number): number {
  const warning = endsAt - 2 * MINUTE - now;
  if (warning > 0) return Math.min(warning, LONGEST);
  return endsAt > now ? MINUTE / 2 : MINUTE;
}
