import type { JobProgress } from '../../core/jobs/job.ts';
import type { Deps } from '../deps.ts';
import { rebuildOffers } from '../directory/rebuild-offers.ts';
import { readDistrict } from '../settings/district-store.ts';
import { createDirectoryStore } from './directory-store.ts';
import { createFindingSink } from './finding-store.ts';
import { importHsds } from './import-hsds.ts';
import type { ImportParams } from './import-params.ts';
import type { ImportResult } from './import-result.ts';
import { createMongoStaging } from './mongo-staging.ts';

export interface FileImport {
  importId: string;
  params: ImportParams;
  path: string;
  onProgress(progress: JobProgress): Promise<void>;
  signal: AbortSignal;
}

/** Imports one file, zip or folder of whichever kind, with everything that the installation knows. */
export async function importFile(deps: Deps, file: FileImport): Promise<ImportResult> {
  const { db, rules } = deps;
  const { importId, params, path, onProgress, signal } = file;
  const run = {
    importId,
    input: path,
    filename: params.filename,
    source: params.source,
    findings: await createFindingSink(db, importId),
    store: createDirectoryStore(db),
    onProgress,
    signal,
  };
  const district = (await readDistrict(db)) ?? undefined;
  return importHsds({
    ...run,
    district,
    taxonomy: rules.taxonomy,
    crosswalks: rules.crosswalks,
    staging: createMongoStaging(db, importId),
    rebuildOffers: (serviceIds) => rebuildOffers({ ...deps, taxonomy: rules.taxonomy }, serviceIds),
  });
}
