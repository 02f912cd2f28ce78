import type { Deps } from '../deps.ts';
import type { ImportParams } from '../imports/import-params.ts';
import type { ImportResult } from '../imports/import-result.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { ourAddress, sendNow, type TellingDeps, writeMessages } from './write-messages.ts';

/** What no directory is changed by. */
const OF_PEOPLE_AND_PLACES: readonly ImportParams['kind'][] = ['schools', 'students', 'oneroster', 'areas'];

/**
 * Tells that a directory was imported, before the import counts as done: one that dies is done again and tells it then,
 * under the same id. Without a result it was cancelled half way.
 */
export async function tellImport(
  deps: TellingDeps & Pick<Deps, 'clock'>,
  job: JobRecord,
  { kind, source, dryRun }: ImportParams,
  result?: Pick<ImportResult, 'counts' | 'marked'>,
): Promise<void> {
  if (dryRun || OF_PEOPLE_AND_PLACES.includes(kind)) return;
  const now = deps.clock();
  const since = encodeURIComponent(job.startedAt ?? job.createdAt);
  const data = {
    importId: job.id,
    source,
    complete: result !== undefined,
    counts: Object.fromEntries(
      Object.entries(result?.counts ?? {}).map(([table, { added, changed, unchanged }]) => [
        table,
        { added, changed, unchanged },
      ]),
    ),
    ...(result?.marked !== undefined && { marked: result.marked }),
    url: ourAddress(deps, `/hsds/services?modified_after=${since}`),
  };
  const key = ['import', job.id];
  const telling = { type: 'directory.imported', key, at: now.toISOString(), dataFor: () => data } as const;
  await sendNow(deps, await writeMessages(deps, telling, now));
}
