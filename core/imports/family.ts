import type { Language } from '../directory/service.ts';
import type { Note, RowNote, RowPlace } from './finding.ts';
import type { HsdsTable } from './hsds-tables.ts';
import type { MapTerms } from './map-terms.ts';
import type { FindProgram } from './program-finder.ts';
import type { StagedRow, StagedTerm } from './read-row.ts';

/** A staged row with the place that it came from. */
export interface PlacedRow extends StagedRow {
  place: RowPlace;
  embedded: boolean;
}

/** One record with all rows that belong to it, and look-ups for those they point at. */
export interface Family {
  own: PlacedRow;
  key: string;
  children: readonly PlacedRow[];
  look: LookUp;
}

/** What is fetched for a batch of records at once. */
export interface LookUp {
  /** Rows that belong to a key. */
  childrenOf(key: string): readonly PlacedRow[];
  /** The first row of a key, such as "phone:12". */
  rowOf(key: string): PlacedRow | undefined;
  /** A language by the number that some exports give it. */
  languageOf(ref: string): Language | undefined;
  termOf(id: string): { term: StagedTerm; taxonomy?: string } | undefined;
}

/** What turning rows into records needs from outside. */
export interface Assembly {
  system: string;
  /** Our id for a record of this source. */
  idOf(kind: RecordKind, sourceId: string): string;
  mapTerms: MapTerms;
  findProgram: FindProgram;
  tell(note: RowNote, place: RowPlace): void;
  /** The report keeps nothing of what stands in these rows: they tell of a confidential place. */
  conceal(places: readonly RowPlace[]): void;
  /** Terms that nothing maps, to be listed once each. */
  unmapped(term: { taxonomy?: string; code?: string; name: string }, place: RowPlace): void;
}

export type RecordKind = 'organization' | 'service' | 'location' | 'service-at-location';

/** The children of one table, each once; what says the same again is noted, unless it came inside a record. */
export function childrenOf(family: Family, table: HsdsTable, assembly: Assembly): PlacedRow[] {
  const rows = family.children.filter((row) => row.table === table);
  return distinct(rows, family.key, assembly);
}

/** Most rows of one kind that one record holds; a document of the database has an end. */
const MAXIMUM = 1000;

export function distinct(rows: readonly PlacedRow[], key: string, { tell }: Assembly): PlacedRow[] {
  const seen = new Set<string>();
  const ids = new Set<string>();
  const kept: PlacedRow[] = [];
  for (const row of rows) {
    const content = JSON.stringify([row.value, row.links]);
    const isCopy = row.embedded && row.id !== undefined && ids.has(row.id);
    if (seen.has(content) || isCopy) {
      const isFirstParent = row.parents.length === 0 || row.parents[0]!.key === key;
      if (!row.embedded && isFirstParent) tell({ code: 'duplicate-row', action: 'left-out' }, row.place);
      continue;
    }
    seen.add(content);
    if (row.id !== undefined) ids.add(row.id);
    if (kept.length < MAXIMUM) kept.push(row);
    else tell({ code: 'too-many', action: 'left-out' }, row.place);
  }
  return kept;
}

/** Notes about one row. */
export function noteAt(assembly: Assembly, place: RowPlace): Note {
  return (note) => assembly.tell(note, place);
}
