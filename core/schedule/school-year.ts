/** The month in which a school year begins: July, as districts' years do. */
const FIRST_MONTH = 7;

/** The year in which the school year of a month ("YYYY-MM") began. */
export function schoolYearOf(month: string): number {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number < FIRST_MONTH ? year - 1 : year;
}

/** The first month of a school year, "YYYY-MM". */
export function firstMonthOf(schoolYear: number): string {
  return `${schoolYear}-${String(FIRST_MONTH).padStart(2, '0')}`;
}

/** The month of a day or a moment that is written with the year first. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}
