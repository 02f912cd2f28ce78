import type { JobView } from '../../core/jobs/job.ts';
import type { RunFinding } from '../../core/jobs/run-finding.ts';
import type { Weighting } from '../../core/matching/weighting.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** A job as it is stored: what people see and what its keeping needs. */
export interface JobRecord extends JobView {
  /** Account that asked; absent for the command line. */
  accountId?: string;
  /** District whose data it is about. */
  districtId?: string;
  /** Schools whose data it is about; a job without them is about the whole district or about no students. */
  schoolIds?: string[];
  /** The last sign of life of a worker, for the repair of jobs that nobody works on. */
  seenAt: Date;
  /** How often a repair has asked for it again. */
  repairs: number;
  /** Of a match run or a plan: the weights that it took at its beginning. */
  weighting?: Weighting;
  /** What was found in its inputs before the work began; its result tells it. */
  findings?: RunFinding[];
  /** The last step has begun: it can no longer be cancelled. */
  finishing: boolean;
}

export const jobs: CollectionSpec = {
  name: 'jobs',
  indexes: [
    [{ kind: 1, number: -1 }],
    [{ status: 1, seenAt: 1 }],
    [{ number: 1 }, { unique: true }],
    [{ accountId: 1, finishedAt: -1 }],
  ],
};

/** One document a counter: {_id: name, value}. */
export const counters: CollectionSpec = { name: 'counters', indexes: [] };

export const jobCollections: readonly CollectionSpec[] = [jobs, counters];
