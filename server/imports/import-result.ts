import type { FindingCode } from '../../core/imports/finding-codes.ts';
import type { ImportPreview } from '../../core/imports/import-preview.ts';
import type { RosterSummary } from '../../core/imports/oneroster/roster-summary.ts';
import type { JobProgress } from '../../core/jobs/job.ts';
import type { Upserted } from './directory-store.ts';
import type { FindingSink } from './finding-store.ts';

export interface TableCount {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
}

export interface UnmappedTerm {
  taxonomy?: string;
  code?: string;
  name: string;
  /** How many records carry it. */
  count: number;
}

export interface ImportResult {
  counts: Record<string, TableCount>;
  findings: number;
  findingsByCode: Partial<Record<FindingCode, number>>;
  unmappedTerms: UnmappedTerm[];
  /** Of a dry run: what it would have done. */
  preview?: ImportPreview;
  /** How many records were marked because the file no longer has them. */
  marked?: number;
  /** Of a roster: what became of students, school by school. */
  roster?: RosterSummary;
}

/** What every import is given beside its own needs. */
export interface ImportRun {
  /** Names the try: what the same id left behind is forgotten first. */
  importId: string;
  /** Path of a folder, a zip or a file. */
  input: string;
  /** The file's own name, where it is stored under another. */
  filename?: string | undefined;
  /** Name of the source: its ids are unique within it. */
  source: string;
  findings: FindingSink;
  onProgress?: ((progress: JobProgress) => void | Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
}

/** Counts by table. */
export class Counter {
  readonly counts: Record<string, TableCount> = {};

  private of(table: string): TableCount {
    this.counts[table] ??= { read: 0, added: 0, changed: 0, unchanged: 0, refused: 0 };
    return this.counts[table];
  }

  read(table: string): void {
    this.of(table).read += 1;
  }

  refused(table: string): void {
    this.of(table).refused += 1;
  }

  upserted(table: string, { added, changed, unchanged }: Upserted): void {
    const count = this.of(table);
    count.added += added;
    count.changed += changed;
    count.unchanged += unchanged;
  }
}
