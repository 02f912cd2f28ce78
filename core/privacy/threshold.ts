/** A figure about fewer students than this is not told, unless a district asks for more. */
export const THRESHOLD = 10;

/** No district may go below it. */
export const LEAST_THRESHOLD = 5;

/** The strictest of these settings; without any, the usual one. */
export function strictestThreshold(settings: readonly (number | undefined)[]): number {
  const asked = settings.map((setting) => Math.max(LEAST_THRESHOLD, setting ?? THRESHOLD));
  return asked.length > 0 ? Math.max(...asked) : THRESHOLD;
}
