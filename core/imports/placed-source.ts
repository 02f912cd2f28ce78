import type { Note, RowPlace } from './finding.ts';
import type { InputRecord } from './input-record.ts';
import type { SourceRow } from './source-row.ts';

/** A row in HSDS's names with where it stands. */
export interface PlacedSource {
  source: SourceRow;
  place: RowPlace;
  /** What findings call its fields, where the file is not in HSDS's names. */
  names?: Readonly<Record<string, string>>;
}

/** Turns the records of one file into rows of tables. One file, one reader: its header holds for all that follows. */
export interface SourceReader {
  /** Rows of one record; what is wrong with it is told with its place. */
  take(record: InputRecord, tell: (place: RowPlace) => Note): PlacedSource[];
}
