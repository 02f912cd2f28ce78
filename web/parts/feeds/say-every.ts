import type { SayFeeds } from './use-feeds.ts';

/** In minutes. */
export const EVERY = [15, 60, 360, 1440, 10_080] as const;

export function sayEvery(t: SayFeeds, minutes: number): string {
  const known = EVERY.find((each) => each === minutes);
  return known ? t(`every.${known}`) : t('every.other', { n: minutes });
}
