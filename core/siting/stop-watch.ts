import type { SitingOptions } from './siting-problem.ts';

/** Whether the search should end: it was asked to, or its time is over. Once true it stays true. */
export function stopWatch({ isStopped, seconds, now }: SitingOptions): () => boolean {
  const end = now && seconds !== undefined ? now() + seconds * 1000 : Number.POSITIVE_INFINITY;
  let isOver = false;
  return () => {
    isOver ||= isStopped?.() === true || (now !== undefined && now() >= end);
    return isOver;
  };
}
