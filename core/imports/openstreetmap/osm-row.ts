import type { HsdsTable } from '../hsds-tables.ts';
import type { PlacedSource } from '../placed-source.ts';

/** A row of HSDS that a thing tells, and by which tags people know its fields. */
export type OsmRow = Pick<PlacedSource, 'source' | 'names'>;

type Fields = Readonly<Record<string, string>>;

/** What is empty is not said. */
export function osmRow(table: HsdsTable, fields: Fields, names: Fields = {}): OsmRow {
  const said = Object.entries(fields).filter(([, text]) => text !== '');
  return { source: { table, fields: Object.fromEntries(said), extra: [], embedded: true }, names };
}
