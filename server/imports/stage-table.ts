import {
  type Finding,
  findingOf,
  type Note,
  type RowNote,
  type RowPlace,
} from '../../core/imports/finding.ts';
import { keyOf } from '../../core/imports/parent-keys.ts';
import type { TableRow, TableShape } from '../../core/imports/table-reader.ts';
import type { Counter, ImportRun } from './import-result.ts';
import { INPUT_LIMITS, type InputLimits } from './input-limits.ts';
import { InputRefused } from './input-refused.ts';
import { openInput } from './open-input.ts';
import { readTable } from './read-table.ts';
import type { StagedDocument, Staging } from './staging.ts';

const BATCH = 500;
/** Rows that are passed over before somebody is told how far it is, and may stop it. */
const MOST_PASSED = 100_000;

export interface TableImport<T> {
  run: ImportRun & { staging: Staging; limits?: Partial<InputLimits> | undefined };
  table: 'school' | 'student' | 'area';
  /** Name of the table in the counts; of a kind whose files differ, of the file that is being read. */
  name: string | (() => string);
  counter: Counter;
  shape: TableShape;
  /** What a report may keep of a row. */
  raw(row: TableRow): string;
  /** One row; undefined where it is not used. */
  read(row: TableRow, note: Note): { id: string; value: T } | undefined;
  /** Whether a row is passed over, neither read nor counted. */
  skip?(row: TableRow): boolean;
  /** What is to be said of the file's columns, once a file. */
  aboutColumns?(columns: ReadonlyMap<string, number>, headers: readonly string[]): RowNote[];
}

/** Reads the rows of a table once and lays what they say aside, by id. Memory holds one batch. */
export async function stageTable<T>(table: TableImport<T>): Promise<void> {
  const { run, counter } = table;
  const name = (): string => (typeof table.name === 'string' ? table.name : table.name());
  const limits = { ...INPUT_LIMITS, ...run.limits };
  const input = await openInput(run.input, { filename: run.filename, limits });
  let waiting: StagedDocument[] = [];
  let findings: Finding[] = [];
  let n = 0;
  let passed = 0;
  let files = 0;
  const flush = async (): Promise<void> => {
    const [documents, told] = [waiting, findings];
    [waiting, findings] = [[], []];
    passed = 0;
    for (const finding of told) await run.findings.add(finding);
    await run.staging.add(documents);
    run.signal?.throwIfAborted();
    await run.onProgress?.({ step: 'reading', done: n });
  };
  const tellAt =
    (place: RowPlace): Note =>
    (note) =>
      findings.push(findingOf(note, place));
  try {
    for (const file of input.files) {
      for await (const event of readTable(file, table.shape, limits.fileBytes)) {
        if ('note' in event) tellAt({ file: file.name, line: event.line })(discreet(event.note, table.table));
        else if ('columns' in event) {
          files += 1;
          for (const note of table.aboutColumns?.(event.columns, event.headers) ?? [])
            tellAt({ file: file.name, line: 1 })(note);
        } else if (table.skip?.(event.row)) passed += 1;
        else {
          counter.read(name());
          n += 1;
          const place = { file: file.name, line: event.row.line, raw: table.raw(event.row) };
          const document = toDocument(event.row, n, place, table, tellAt(place));
          if (document) waiting.push(document);
          else counter.refused(name());
        }
        if (waiting.length >= BATCH || findings.length >= BATCH || passed >= MOST_PASSED) await flush();
      }
    }
    await flush();
  } finally {
    await input.close();
  }
  if (files === 0)
    throw new InputRefused('nothing-known', 'No file in the input has the columns that are needed.');
}

function toDocument<T>(
  row: TableRow,
  n: number,
  place: RowPlace,
  { table, read }: TableImport<T>,
  note: Note,
): StagedDocument | undefined {
  for (const told of row.notes) note(discreet(told, table));
  if (row.notes.some(({ action }) => action === 'refused')) return undefined;
  const result = read(row, note);
  if (!result) return undefined;
  return {
    n,
    table,
    key: keyOf(table, result.id),
    parents: [],
    row: {
      table: 'organization',
      id: result.id,
      parents: [],
      links: {},
      value: result.value,
      attributes: [],
      place,
      embedded: false,
    },
  };
}

/** A broken line of a file of students may hold anything: what is told of it is only that it is broken. */
function discreet(note: RowNote, table: TableImport<unknown>['table']): RowNote {
  if (table !== 'student') return note;
  const { value: _value, detail: _detail, ...rest } = note;
  return rest;
}
