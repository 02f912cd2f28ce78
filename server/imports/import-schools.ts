import type { District } from '../../core/district/district.ts';
import type { WantedSchools } from '../../core/imports/nces/school-region.ts';
import type { DirectoryStore } from './directory-store.ts';
import { Counter, type ImportResult, type ImportRun } from './import-result.ts';
import type { InputLimits } from './input-limits.ts';
import { stageSchools } from './stage-schools.ts';
import type { Staging } from './staging.ts';
import { storeSchools } from './store-schools.ts';

export interface SchoolsImport extends ImportRun {
  district: District;
  /** Our field → the file's column, for files whose names are not known. */
  columns?: Readonly<Record<string, string>> | undefined;
  /** Of a file of a whole state or country the schools that are wanted. */
  only?: WantedSchools | undefined;
  store: DirectoryStore;
  staging: Staging;
  limits?: Partial<InputLimits> | undefined;
}

/**
 * Imports schools from CSV, JSON or GeoJSON; NCES's directory, points and students of one school are put together. Of
 * several school years the last counts. What no file has a column for stays as it is.
 * @throws InputRefused where no file has the columns that are needed.
 */
export async function importSchools(run: SchoolsImport): Promise<ImportResult> {
  const counter = new Counter();
  await run.staging.clear();
  let atEnd = {};
  try {
    const files = await stageSchools(run, counter);
    await storeSchools(run, files, counter);
    atEnd = (await run.store.end?.()) ?? {};
  } finally {
    await run.findings.flush();
    await run.staging.clear();
  }
  const { total, byCode } = run.findings;
  return {
    counts: counter.counts,
    findings: total,
    findingsByCode: { ...byCode },
    unmappedTerms: [],
    ...atEnd,
  };
}
