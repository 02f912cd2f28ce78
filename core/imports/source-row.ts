import type { HsdsTable } from './hsds-tables.ts';

/** A row of a source in the names of HSDS 3: every value as text, whatever file it came from. */
export interface SourceRow {
  table: HsdsTable;
  fields: Readonly<Record<string, string>>;
  /** Columns that no field takes, with the names that the file gives them. */
  extra: readonly { name: string; value: string }[];
  /** Came inside another record (nested JSON), so that the same record may come again and say less. */
  embedded: boolean;
}
