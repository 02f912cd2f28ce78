/** Our own profile's column of words that have not HSDS's format, as JSON in a cell: by the field that they stand in for. */
export const AS_TOLD = 'as_told';

export function readAsTold(cell: string): Record<string, string> {
  try {
    const told: unknown = JSON.parse(cell);
    if (typeof told !== 'object' || told === null) return {};
    return Object.fromEntries(
      Object.entries(told).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
