import type { PlacedRow } from '../../core/imports/family.ts';
import type { HsdsTable } from '../../core/imports/hsds-tables.ts';

/** Most rows that one look-up gives at once. */
export const MOST_ROWS = 50_000;

/** A row that waits for the rows it belongs to. */
export interface StagedDocument {
  /** Counts up in the order of the files. */
  n: number;
  table: HsdsTable | 'language_record' | 'void' | 'school' | 'student' | 'area';
  /** What others point at it by: "service:12". */
  key?: string;
  /** What it is found under: the keys of the records it belongs to, and "linked:" keys of rows it points at. */
  parents: string[];
  /** The point of a location, for finding points that many places share. */
  pointKey?: string;
  row: PlacedRow;
}

/**
 * Where rows wait between reading and joining, so that no join needs a file in memory. Everything belongs to one import;
 * `clear` forgets what an earlier, broken-off try of the same import left.
 */
export interface Staging {
  clear(): Promise<void>;
  add(documents: readonly StagedDocument[]): Promise<void>;
  /** Rows of one table by key, then in the order of the files. */
  ordered(table: string): AsyncIterable<StagedDocument>;
  /** Rows that are parts of records, in the order of the files. */
  parts(): AsyncIterable<StagedDocument>;
  withKeys(keys: readonly string[]): Promise<StagedDocument[]>;
  /** Rows found under any of these, in the order of the files, at most `MOST_ROWS`; `after` goes on behind a row's n. */
  withParents(parents: readonly string[], after?: number): Promise<StagedDocument[]>;
  /** Which of these keys any row has. */
  existingKeys(keys: readonly string[]): Promise<Set<string>>;
  /** Which of these any row is found under. */
  existingParents(parents: readonly string[]): Promise<Set<string>>;
  /** Points that at least so many different locations share, with the keys of those locations. */
  sharedPoints(minimum: number): Promise<{ pointKey: string; keys: string[] }[]>;
  count(table: string): Promise<number>;
}
