/** Within which part of the students something holds; both ends as shares of 1. */
export interface ShareBand {
  from: number;
  to: number;
}

/** The narrowest band that is told. */
const STEP = 0.05;

/**
 * About how many a rule that is only tried would concern: one of a few bands, each as wide as the threshold of students
 * at least, so that the band says of nobody whether the rule holds for them, and 0 % looks as a handful does. Undefined
 * where there are too few students for two bands.
 */
export function previewShare(
  { students, shouldHave }: { students: number; shouldHave: number },
  threshold: number,
): ShareBand | undefined {
  if (students < 2 * threshold) return undefined;
  // Equal bands, none narrower than the threshold.
  const bands = Math.min(Math.round(1 / STEP), Math.floor(students / threshold));
  const band = Math.min(bands - 1, Math.floor((shouldHave / students) * bands));
  return { from: band / bands, to: (band + 1) / bands };
}
