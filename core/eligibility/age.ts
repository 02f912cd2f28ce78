/** Full months of age: both ends the same where the birthday's day does not matter. */
export interface AgeInMonths {
  least: number;
  most: number;
}

/**
 * Age from a birth month. In the birthday's month it is open whether the birthday has been, except on the
 * month's last day.
 * @param birthMonth "YYYY-MM"
 * @param today ISO date
 * @returns undefined without a birth month, or for one that may lie in the future
 */
export function ageInMonths(birthMonth: string | undefined, today: string): AgeInMonths | undefined {
  if (birthMonth === undefined) return undefined;
  const most = monthNumber(today) - monthNumber(birthMonth);
  const least = isLastOfMonth(today) ? most : most - 1;
  return least < 0 ? undefined : { least, most };
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

function isLastOfMonth(date: string): boolean {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number);
  return day === new Date(Date.UTC(year!, month!, 0)).getUTCDate();
}
