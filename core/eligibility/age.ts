/** Full months of age, between which the day of birth decides. */
export interface AgeInMonths {
  least: number;
  most: number;
}

/**
 * Age from a birth month. Whoever was born on a later day of the month than today has one full month less, so
 * it matters only in the month of a birthday at a bound. Only the month of `today` is read: an answer holds for
 * a whole month.
 * @param birthMonth "YYYY-MM"
 * @param today ISO date
 * @returns undefined without a birth month, or for one that is not yet over
 */
export function ageInMonths(birthMonth: string | undefined, today: string): AgeInMonths | undefined {
  if (birthMonth === undefined) return undefined;
  const most = monthNumber(today) - monthNumber(birthMonth);
  return most < 1 ? undefined : { least: most - 1, most };
}

/** The first full month at which an age in years is reached; half years are months. */
export function monthsAt(years: number): number {
  return Math.ceil(years * 12);
}

/** The last full month at which an age in years is not passed: "up to 18" ends on the 19th birthday. */
export function monthsThrough(years: number): number {
  return Number.isInteger(years) ? years * 12 + 11 : Math.floor(years * 12);
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
