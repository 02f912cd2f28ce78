import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Deps } from '../deps.ts';
import { startImport } from '../imports/start-import.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { readDistrict } from '../settings/district-store.ts';
import { sealedFiles } from '../store/sealed-files.ts';
import { FEED_FILES, type FeedRecord, type FetchRecord } from './feed-collections.ts';

export interface StoringFetch {
  /** Who decided it. By rule nobody did: the import is the installation's own. */
  accountId?: string | undefined;
  missing?: 'keep' | 'mark';
}

/** Asks the workers to import a file that came. Undefined where the file is gone. */
export async function storeFetch(
  deps: Deps,
  { kind, source }: FeedRecord,
  { id, filename }: FetchRecord,
  { accountId, missing = 'keep' }: StoringFetch = {},
): Promise<JobRecord | undefined> {
  const file = await sealedFiles(deps, FEED_FILES).open(id);
  if (!file) return undefined;
  const districtId = (await readDistrict(deps.db))?.id;
  const body = new PassThrough();
  const params = { kind, source, filename, missing };
  const [job] = await Promise.all([
    startImport(deps, params, body, { accountId, districtId }),
    pipeline(file.from, file.through, body),
  ]);
  return job;
}
