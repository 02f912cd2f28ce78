import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDirectoryKind } from '../core/imports/directory-kinds.ts';
import type { Deps } from '../server/deps.ts';
import { settleAfter } from '../server/feeds/settle-fetch.ts';
import { dropStale } from '../server/geocoding/drop-stale.ts';
import { importFile } from '../server/imports/import-file.ts';
import { ImportParams } from '../server/imports/import-params.ts';
import { InputRefused } from '../server/imports/input-refused.ts';
import { deleteUpload, fetchUpload } from '../server/imports/upload-store.ts';
import type { JobRecord } from '../server/jobs/job-collection.ts';
import { announced } from '../server/jobs/job-events.ts';
import { completeJob, failJob } from '../server/jobs/job-store.ts';
import { progressReporter } from '../server/jobs/progress-reporter.ts';
import { tellImport } from '../server/webhooks/tell-import.ts';
import { beginAskedJob } from './begin-asked-job.ts';

/** Imports an uploaded file. Doing it again after an interruption begins anew and changes nothing twice. */
export async function runImport(deps: Deps, jobId: string): Promise<void> {
  const job = await beginAskedJob(deps, jobId);
  if (!job) return deleteUpload(deps.db, jobId);
  const folder = await mkdtemp(join(tmpdir(), 'trellis-import-'));
  try {
    const path = join(folder, 'upload');
    if (await fetchUpload(deps, jobId, path)) await importJob(deps, job, path);
    else await announced(deps, failJob(deps.db, jobId, 'The uploaded file is gone. Please send it again.'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await deleteUpload(deps.db, jobId);
  await settleAfter(deps, jobId);
}

/** Imports from a path of this machine under a job that is already running. */
export async function importJob(deps: Deps, job: JobRecord, path: string): Promise<void> {
  const params = ImportParams.parse(job.params);
  const progress = progressReporter(deps, job.id);
  try {
    const result = await importFile(deps, {
      importId: job.id,
      params,
      path,
      onProgress: progress.report,
      signal: progress.signal,
    });
    // Where an import has brought another address, a point that we had found for the old one is wrong.
    if (!params.dryRun && isDirectoryKind(params.kind)) await dropStale(deps);
    await tellImport(deps, job, params, result);
    await announced(deps, completeJob(deps.db, job.id, { ...result }));
  } catch (error) {
    if (progress.signal.aborted) return tellImport(deps, job, params);
    if (!(error instanceof InputRefused)) throw error;
    await announced(deps, failJob(deps.db, job.id, error.message));
  }
}
