import type { Readable } from 'node:stream';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { announced } from '../jobs/job-events.ts';
import { createJob, failJob } from '../jobs/job-store.ts';
import type { ImportParams } from './import-params.ts';
import { deleteUpload, storeUpload } from './upload-store.ts';

/** Takes an upload in and asks the workers to import it. An upload that breaks off leaves a failed job and no file. */
export async function startImport(
  deps: Deps,
  params: ImportParams,
  body: Readable,
  { accountId, districtId }: { accountId?: string | undefined; districtId?: string | undefined } = {},
): Promise<JobRecord> {
  const { db, queues, config } = deps;
  const job = await createJob(db, {
    kind: 'import',
    params,
    step: 'uploading',
    ...(accountId !== undefined && { accountId }),
    ...(districtId !== undefined && { districtId }),
  });
  try {
    await storeUpload(deps, job.id, body, config.uploads.limitBytes);
  } catch (error) {
    await deleteUpload(db, job.id);
    const words =
      error instanceof AppError
        ? error.message
        : 'The file did not arrive whole. Nothing was imported. Please send it again.';
    await announced(deps, failJob(db, job.id, words));
    throw error;
  }
  await queues.askSoon('imports', 'import', { jobId: job.id });
  return job;
}
