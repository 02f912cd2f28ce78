import { setImmediate } from 'node:timers/promises';
import { directoryComparables } from '../core/duplicates/directory-comparables.ts';
import { duplicateFinder } from '../core/duplicates/duplicate-finder.ts';
import { DUPLICATE_KINDS, type DuplicateKind } from '../core/duplicates/duplicate-rules.ts';
import type { Deps } from '../server/deps.ts';
import type { DuplicatePairRecord } from '../server/duplicates/duplicate-collections.ts';
import { readMerges, survivorsAmong } from '../server/duplicates/merge-store.ts';
import {
  countOpen,
  dropOtherRuns,
  pairId,
  readDifferent,
  writePairs,
} from '../server/duplicates/pair-store.ts';
import { readCompared } from '../server/duplicates/read-compared.ts';
import { settleImported } from '../server/duplicates/settle-imported.ts';
import { announced } from '../server/jobs/job-events.ts';
import { beginFinish, completeJob } from '../server/jobs/job-store.ts';
import { progressReporter } from '../server/jobs/progress-reporter.ts';
import { beginAskedJob } from './begin-asked-job.ts';

/** Pairs that are scored before others have their turn. */
const SLICE = 2_000;

/** Looks for what is twice in the directory. Killed anywhere, it is done again from the start. */
export async function findDuplicates(deps: Deps, jobId: string): Promise<void> {
  const { db, rules } = deps;
  const job = await beginAskedJob(deps, jobId);
  if (!job) return;
  const { report, signal } = progressReporter(deps, jobId);
  await settleImported({ db, taxonomy: rules.taxonomy, clock: deps.clock });
  const directory = await readCompared(db);
  for (const kind of DUPLICATE_KINDS) {
    const records = directoryComparables(kind, directory, rules.duplicates);
    const finder = duplicateFinder(kind, records, rules.duplicates);
    const { candidates } = finder;
    const isDifferent = await differentNow(deps, kind);
    for (let at = 0; at < candidates.length; at += SLICE) {
      if (signal.aborted) return;
      const found = candidates.slice(at, at + SLICE).flatMap((pair): DuplicatePairRecord[] => {
        const score = finder.score(pair);
        if (score.probability < rules.duplicates.showFrom) return [];
        const [one, other] = pair.map((position) => records[position]!.id) as [string, string];
        if (isDifferent(one, other)) return [];
        return [
          { id: pairId(kind, one, other), kind, ids: [one, other], ...score, run: jobId, state: 'open' },
        ];
      });
      await writePairs(db, found);
      await report({
        step: `duplicates-${kind}`,
        done: Math.min(at + SLICE, candidates.length),
        total: candidates.length,
      });
      await setImmediate();
    }
  }
  if (!(await beginFinish(db, jobId))) return;
  await dropOtherRuns(db, jobId);
  await announced(deps, completeJob(db, jobId, await countOpen(db)));
}

/** Two of which somebody has said that they are two, or that what was merged into them is. */
async function differentNow(
  { db }: Deps,
  kind: DuplicateKind,
): Promise<(one: string, other: string) => boolean> {
  const different = await readDifferent(db, kind, survivorsAmong(await readMerges(db, kind)));
  return (one, other) => different.has(pairId(kind, one, other));
}
