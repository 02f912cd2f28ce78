const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date as "YYYY-MM-DD" from ISO dates and date-times, "12/24/2015" (month first, as in US files, unless the first
 * number cannot be a month), "January 01, 1970", "1 Jan 2020". Undefined where it is none or not certain.
 */
export function parseDate(input: string): string | undefined {
  const text = input.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return date(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (slashed) {
    const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])];
    return first > 12 ? date(year, second, first) : date(year, first, second);
  }
  const named = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text);
  if (named) return date(Number(named[3]), month(named[1]!), Number(named[2]));
  const dayFirst = /^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})$/i.exec(text);
  return dayFirst ? date(Number(dayFirst[3]), month(dayFirst[2]!), Number(dayFirst[1])) : undefined;
}

/** An instant in RFC 3339 with its offset; a date alone becomes its first moment in UTC. */
export function parseInstant(input: string): string | undefined {
  const text = input.trim().replace(/^(\d{4}-\d{2}-\d{2}) (\d)/, '$1T$2');
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.test(text)) {
    const zoned = /(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? text : `${text}Z`;
    const instant = new Date(zoned);
    return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
  }
  const day = parseDate(text);
  return day ? `${day}T00:00:00.000Z` : undefined;
}

function month(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function date(year: number, monthNumber: number, day: number): string | undefined {
  if (year < 1000 || monthNumber < 1 || monthNumber > 12 || day < 1) return undefined;
  if (day > new Date(Date.UTC(year, monthNumber, 0)).getUTCDate()) return undefined;
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
