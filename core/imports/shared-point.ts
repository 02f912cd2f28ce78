/** From how many places on a shared point is looked at. */
export const SHARED_BY = 4;
const DIFFERENT_ADDRESSES = 3;

/**
 * Whether a point that several places share is a stand-in: their addresses have at least three different house
 * numbers (or, without numbers, streets). One large building has one number, however many suites.
 */
export function isStandInFor(addresses: readonly string[]): boolean {
  const houses = new Set(addresses.map(houseOf).filter(Boolean));
  return addresses.length >= DIFFERENT_ADDRESSES && houses.size >= DIFFERENT_ADDRESSES;
}

function houseOf(address: string): string {
  const text = address.toLowerCase().trim();
  return (
    /^\d+/.exec(text)?.[0] ??
    text
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .split(' ')
      .slice(0, 2)
      .join(' ')
  );
}
