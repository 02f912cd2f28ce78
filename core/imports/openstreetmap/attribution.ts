/** What OpenStreetMap asks whoever shows its data to say (openstreetmap.org/copyright). */
export const ATTRIBUTION = '© OpenStreetMap contributors, ODbL 1.0 (openstreetmap.org/copyright)';

/** Where a thing can be looked at and put right: "node/123". */
export function pageOf(element: string): string {
  return `https://www.openstreetmap.org/${element}`;
}
