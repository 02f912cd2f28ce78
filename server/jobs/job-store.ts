import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { JobProgress, JobStatus, JobView } from '../../core/jobs/job.ts';
import type { EndedJob } from '../../core/jobs/left-over.ts';
import type { RunFinding } from '../../core/jobs/run-finding.ts';
import type { Weighting } from '../../core/matching/weighting.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { counters, type JobRecord, jobs } from './job-collection.ts';

const OPEN: JobStatus[] = ['queued', 'running'];

export interface NewJob {
  kind: JobView['kind'];
  params: JobView['params'];
  step: string;
  accountId?: string;
  districtId?: string;
  schoolIds?: string[];
  weighting?: Weighting;
}

export async function createJob(db: Connection, job: NewJob): Promise<JobRecord> {
  const now = new Date();
  const { step, ...rest } = job;
  const record: JobRecord = {
    ...rest,
    id: randomUUID(),
    number: await nextNumber(db),
    status: 'queued',
    progress: { step, done: 0 },
    createdAt: now.toISOString(),
    seenAt: now,
    repairs: 0,
    finishing: false,
  };
  const { id, ...stored } = record;
  await jobsOf(db).create({ ...stored, _id: id });
  return record;
}

async function nextNumber(db: Connection): Promise<number> {
  const numbers = model<{ id: string; value: number }>(db, counters);
  const count = () =>
    numbers
      .findOneAndUpdate({ _id: 'jobs' }, { $inc: { value: 1 } }, { returnDocument: 'after' })
      .lean<{ value: number }>();
  const counter = (await count()) ?? (await insertOnce(numbers, { _id: 'jobs', value: 0 }).then(count));
  if (!counter) throw new Error('the counter of jobs is gone');
  return counter.value;
}

export async function readJob(db: Connection, id: string): Promise<JobRecord | undefined> {
  const found = await jobsOf(db).findById(id).lean<Stored<JobRecord>>();
  return found ? fromStored<JobRecord>(found) : undefined;
}

export interface JobSearch {
  status?: JobStatus;
  /** Jobs about this school, whoever else they are about. */
  schoolId?: string;
  limit?: number;
  /** Asked of each job before it is counted against the limit: what one may see does not hide behind what one may not. */
  wanted?(job: JobRecord): boolean;
}

/** The newest jobs of a kind first. */
export async function listJobs(
  db: Connection,
  kind: JobView['kind'],
  { status, schoolId, limit = 50, wanted = () => true }: JobSearch = {},
): Promise<JobRecord[]> {
  const filter = { kind, ...(status && { status }), ...(schoolId !== undefined && { schoolIds: schoolId }) };
  const cursor = jobsOf(db)
    .find(filter as object)
    .sort({ number: -1 })
    .lean<Stored<JobRecord>[]>()
    .cursor({ batchSize: limit });
  const found: JobRecord[] = [];
  try {
    for await (const stored of cursor) {
      const job = fromStored<JobRecord>(stored as unknown as Stored<JobRecord>);
      if (wanted(job)) found.push(job);
      if (found.length === limit) break;
    }
  } finally {
    await cursor.close();
  }
  return found;
}

/** Marks a job as worked on. Undefined when it has ended in the meantime: then there is nothing to do. */
export function beginJob(db: Connection, id: string): Promise<JobRecord | undefined> {
  return change(db, { _id: id, status: { $in: OPEN } }, [
    {
      $set: {
        status: 'running',
        seenAt: '$$NOW',
        startedAt: { $ifNull: ['$startedAt', new Date().toISOString()] },
      },
    },
  ]);
}

/** Reports where a running job stands. Undefined when it has been cancelled: then the work must stop. */
export function reportProgress(
  db: Connection,
  id: string,
  progress: JobProgress,
): Promise<JobRecord | undefined> {
  return change(db, { _id: id, status: 'running' }, { $set: { progress, seenAt: new Date() } });
}

/** Keeps what was found in a job's inputs; a second time changes nothing. */
export async function noteFindings(db: Connection, id: string, findings: RunFinding[]): Promise<void> {
  await jobsOf(db).updateOne({ _id: id }, { $set: { findings } });
}

/** Closes the door for cancelling. Undefined when the job has ended already. */
export function beginFinish(db: Connection, id: string): Promise<JobRecord | undefined> {
  return change(db, { _id: id, status: 'running' }, { $set: { finishing: true, seenAt: new Date() } });
}

/** All is done then, whichever of several workers reported its progress last. */
export function completeJob(
  db: Connection,
  id: string,
  result: NonNullable<JobView['result']>,
): Promise<JobRecord | undefined> {
  return change(db, { _id: id, status: 'running' }, [
    {
      $set: {
        status: 'complete',
        result: { $literal: result },
        finishedAt: new Date().toISOString(),
        'progress.done': { $ifNull: ['$progress.total', '$progress.done'] },
      },
    },
  ]);
}

/** Ends a job that cannot go on; `error` is for people. */
export function failJob(db: Connection, id: string, error: string): Promise<JobRecord | undefined> {
  return change(
    db,
    { _id: id, status: { $in: OPEN } },
    { $set: { status: 'failed', error, finishedAt: new Date().toISOString() } },
  );
}

export function cancelJob(db: Connection, id: string): Promise<JobRecord | undefined> {
  return change(
    db,
    { _id: id, status: { $in: OPEN }, finishing: false },
    { $set: { status: 'cancelled', finishedAt: new Date().toISOString() } },
  );
}

/** What an account began and has ended, well or not, since a moment: without what is not told of it. */
export async function endedJobsOf(db: Connection, accountId: string, since: Date): Promise<EndedJob[]> {
  const found = await jobsOf(db)
    .find(
      { accountId, finishedAt: { $gte: since.toISOString() }, status: { $in: ['complete', 'failed'] } },
      { kind: 1, number: 1, status: 1, params: 1, finishedAt: 1, 'result.findings': 1 },
    )
    .lean<Stored<EndedJob>[]>();
  return found.map((job) => fromStored<EndedJob>(job));
}

/** Open jobs from which nothing was heard since `before`. */
export async function silentJobs(db: Connection, before: Date): Promise<JobRecord[]> {
  const found = await jobsOf(db)
    .find({ status: { $in: OPEN }, seenAt: { $lt: before } })
    .lean<Stored<JobRecord>[]>();
  return found.map((job) => fromStored<JobRecord>(job));
}

/** Takes a silent job for repair, so that of many workers one asks again. */
export function claimRepair(db: Connection, job: JobRecord): Promise<JobRecord | undefined> {
  return change(
    db,
    { _id: job.id, status: { $in: OPEN }, seenAt: job.seenAt },
    { $set: { seenAt: new Date() }, $inc: { repairs: 1 } },
  );
}

/** What people see of a job. */
export function jobView(job: JobRecord): JobView {
  const {
    accountId: _a,
    districtId: _d,
    schoolIds: _s,
    seenAt: _t,
    repairs: _r,
    finishing: _f,
    findings: _i,
    weighting: _w,
    ...view
  } = job;
  return view;
}

async function change(db: Connection, filter: object, update: object): Promise<JobRecord | undefined> {
  const found = await jobsOf(db)
    .findOneAndUpdate(filter, update as never, {
      returnDocument: 'after',
      updatePipeline: Array.isArray(update),
    })
    .lean<Stored<JobRecord>>();
  return found ? fromStored<JobRecord>(found) : undefined;
}

function jobsOf(db: Connection) {
  return model<JobRecord>(db, jobs);
}
