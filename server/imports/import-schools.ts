import type { District } from '../../core/district/district.ts';
import { findingOf } from '../../core/imports/finding.ts';
import { rawRow } from '../../core/imports/raw-row.ts';
import { isClosed, type ReadSchool, readSchool } from '../../core/imports/read-school.ts';
import { SCHOOL_COLUMNS } from '../../core/imports/school-columns.ts';
import type { DirectoryStore, PartialRecord } from './directory-store.ts';
import { Counter, type ImportResult, type ImportRun } from './import-result.ts';
import type { InputLimits } from './input-limits.ts';
import { recordId } from './record-id.ts';
import { stageTable } from './stage-table.ts';
import type { StagedDocument, Staging } from './staging.ts';

export interface SchoolsImport extends ImportRun {
  district: District;
  /** Our field → the file's column, for files whose names are not known. */
  columns?: Readonly<Record<string, string>> | undefined;
  store: DirectoryStore;
  staging: Staging;
  limits?: Partial<InputLimits> | undefined;
}

type StagedSchool = ReadSchool & { closed: boolean };

const BATCH = 500;

/**
 * Imports schools from CSV, JSON or GeoJSON. Of several school years the last counts. What the file has no column for
 * stays as it is.
 * @throws InputRefused where no file has the columns that are needed.
 */
export async function importSchools(run: SchoolsImport): Promise<ImportResult> {
  const counter = new Counter();
  await run.staging.clear();
  try {
    await stageTable<StagedSchool>({
      run,
      table: 'school',
      name: 'schools',
      counter,
      shape: { known: SCHOOL_COLUMNS, columns: run.columns, needed: [['name']] },
      raw: ({ headers, cells }) => rawRow(headers, cells),
      read: ({ fields }, note) => {
        const read = readSchool(fields, note, run.district.bounds);
        return read && { id: read.sourceId, value: { ...read, closed: isClosed(fields) } };
      },
    });
    await storeSchools(run, counter);
  } finally {
    await run.findings.flush();
    await run.staging.clear();
  }
  const { total, byCode } = run.findings;
  return { counts: counter.counts, findings: total, findingsByCode: { ...byCode }, unmappedTerms: [] };
}

async function storeSchools(run: SchoolsImport, counter: Counter): Promise<void> {
  let batch: PartialRecord[] = [];
  const total = await run.staging.count('school');
  let done = 0;
  const flush = async (): Promise<void> => {
    counter.upserted('schools', await run.store.mergeMany('schools', batch));
    batch = [];
    run.signal?.throwIfAborted();
    await run.onProgress?.({ step: 'storing', done, total });
  };
  for await (const school of lastYears(run, counter)) {
    done += 1;
    batch.push(toRecord(school.row.value as StagedSchool, run));
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}

/** One row a school: the last year's; of one year's the first. Schools that are closed in their last year are refused. */
async function* lastYears(run: SchoolsImport, counter: Counter): AsyncGenerator<StagedDocument> {
  let current: StagedDocument | undefined;
  const give = async function* (): AsyncGenerator<StagedDocument> {
    if (!current) return;
    if (!(current.row.value as StagedSchool).closed) yield current;
    else await refuse(run, counter, current, 'school-closed');
  };
  for await (const next of run.staging.ordered('school')) {
    if (!current || current.key !== next.key) {
      yield* give();
      current = next;
      continue;
    }
    const [held, other] = [current.row.value as StagedSchool, next.row.value as StagedSchool];
    const older = other.year > held.year ? current : next;
    if (other.year > held.year) current = next;
    await refuse(run, counter, older, codeOf(held, other));
  }
  yield* give();
}

function codeOf(held: StagedSchool, other: StagedSchool): 'older-year' | 'duplicate-row' | 'duplicate-id' {
  if (held.year !== other.year) return 'older-year';
  return JSON.stringify(held) === JSON.stringify(other) ? 'duplicate-row' : 'duplicate-id';
}

async function refuse(
  run: SchoolsImport,
  counter: Counter,
  { row }: StagedDocument,
  code: 'older-year' | 'duplicate-row' | 'duplicate-id' | 'school-closed',
): Promise<void> {
  counter.refused('schools');
  const action = code === 'duplicate-id' || code === 'school-closed' ? 'refused' : 'left-out';
  await run.findings.add(findingOf({ code, field: 'id', value: row.id ?? '', action }, row.place));
}

function toRecord({ sourceId, school }: StagedSchool, { source, district }: SchoolsImport): PartialRecord {
  const ref = { system: source, id: sourceId };
  return {
    id: recordId('school', ref),
    said: { source: ref, districtId: district.id, ...school },
    otherwise: { demo: false },
  };
}
