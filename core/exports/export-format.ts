/** The forms in which the directory is given out: how their files end, and what they are called on the wire. */
export const EXPORT_FORMATS = {
  csv: 'text/csv',
  geojson: 'application/geo+json',
  'hsds.zip': 'application/zip',
  'hsds.json': 'application/json',
  'hsds.ndjson': 'application/x-ndjson',
} as const;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

export const FORMAT_NAMES = Object.keys(EXPORT_FORMATS) as ExportFormat[];

/** What was asked for, by the names of Find's query; empty for all that there is. */
export type SaidFilter = Readonly<Record<string, string>>;

export function isFiltered(filter: SaidFilter): boolean {
  return Object.keys(filter).length > 0;
}

/** The filter on one line, as it stands in an address. */
export function filterLine(filter: SaidFilter): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}
