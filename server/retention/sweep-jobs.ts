import type { JobView } from '../../core/jobs/job.ts';
import { gapResults } from '../gaps/gap-collection.ts';
import { rangeProblems, ranges } from '../gaps/ranges/range-collections.ts';
import { importFindings } from '../imports/import-collections.ts';
import { type JobRecord, jobs } from '../jobs/job-collection.ts';
import { planDecisions, planPairs, planRows, plans } from '../plans/plan-collections.ts';
import { sitingResults } from '../siting/siting-collection.ts';
import { model, type Stored } from '../store/collection.ts';
import { addSwept, SWEEP_BATCH, type Sweep, type Swept } from './sweep.ts';

interface Belongings {
  collection: string;
  /** The field that names the job. */
  path: string;
}

const BELONGINGS: Partial<Record<JobView['kind'], Belongings[]>> = {
  import: [{ collection: importFindings.name, path: 'importId' }],
  gaps: [
    { collection: gapResults.name, path: '_id' },
    { collection: rangeProblems.name, path: '_id' },
    { collection: ranges.name, path: 'runId' },
  ],
  siting: [{ collection: sitingResults.name, path: '_id' }],
  plan: [
    { collection: plans.name, path: '_id' },
    ...[planRows, planPairs, planDecisions].map(({ name }) => ({ collection: name, path: 'planId' })),
  ],
};

type EndedJob = Pick<Stored<JobRecord>, '_id' | 'finishedAt'>;

/** Jobs of a kind that have ended, with what belongs to them: that goes first, so that a break leaves the job to find it by. */
export function sweepJobs(kind: JobView['kind']): Sweep {
  return async ({ db }, until) => {
    const collection = model<JobRecord>(db, jobs);
    let sum: Swept = { deleted: 0 };
    for (;;) {
      const found = await collection
        .find(endedBefore(kind, until), { finishedAt: 1 })
        .sort({ number: 1 })
        .limit(SWEEP_BATCH)
        .lean<EndedJob[]>();
      if (found.length === 0) return sum;
      const ids = found.map(({ _id }) => _id);
      for (const own of BELONGINGS[kind] ?? [])
        await db.collection(own.collection).deleteMany({ [own.path]: { $in: ids } } as object);
      const { deletedCount } = await collection.deleteMany({ _id: { $in: ids } });
      sum = addSwept(sum, { deleted: deletedCount, oldest: oldestOf(found) });
    }
  };
}

/** The rows of the reports of older imports; the import itself stays with its counts. */
export const sweepFindings: Sweep = async ({ db }, until) => {
  const found = await model<JobRecord>(db, jobs)
    .find(endedBefore('import', until), { finishedAt: 1 })
    .lean<EndedJob[]>();
  const findings = db.collection(importFindings.name);
  let sum: Swept = { deleted: 0 };
  for (const job of found) {
    const { deletedCount } = await findings.deleteMany({ importId: job._id });
    if (deletedCount > 0) sum = addSwept(sum, { deleted: deletedCount, oldest: job.finishedAt });
  }
  return sum;
};

function endedBefore(kind: JobView['kind'], until: Date) {
  return { kind, finishedAt: { $lt: until.toISOString() } } as object;
}

function oldestOf(found: readonly EndedJob[]): string | undefined {
  return found
    .flatMap(({ finishedAt }) => finishedAt ?? [])
    .sort()
    .at(0);
}
