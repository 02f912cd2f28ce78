import type { Student } from '../../core/students/student.ts';
import type { Account } from '../accounts/account.ts';
import { accountCollection } from '../accounts/account-collection.ts';
import type { Deps } from '../deps.ts';
import { importStaging } from '../imports/import-collections.ts';
import { type JobRecord, jobs } from '../jobs/job-collection.ts';
import { type QueueName, TASKS } from '../queue/payloads.ts';
import { model } from '../store/collection.ts';
import { students } from './student-collection.ts';
import { STUDENT_TRACES, type StudentTrace } from './student-traces.ts';

/** What was removed, by kind: collections, `jobs`, `tasks`, `accounts`. Without names, and without the number. */
export type Removed = Record<string, number>;

/**
 * Takes a student out of everything: first what lies elsewhere, then the record, and with it the key of all that was
 * sealed for the student. Broken off, it can be done again; done again, it changes nothing.
 */
export async function removeStudent(
  deps: Pick<Deps, 'db' | 'queues'>,
  { id, localId }: Pick<Student, 'id' | 'localId'>,
): Promise<Removed> {
  const { db } = deps;
  const removed: Removed = {};
  const add = (kind: string, count: number) => {
    if (count > 0) removed[kind] = (removed[kind] ?? 0) + count;
  };
  add('jobs', await leaveJobs(db, id));
  add('tasks', await removeTasks(deps, id));
  add('accounts', await leaveAccounts(db, id));
  const staged = { key: `student:${localId}` };
  add('import_staging', (await db.collection(importStaging.name).deleteMany(staged)).deletedCount);
  for (const trace of STUDENT_TRACES) add(trace.collection, await leave(db, trace, id));
  const { deletedCount } = await db.collection(students.name).deleteOne({ _id: id as never });
  add('students', deletedCount);
  // A matching that had read the student already may have written in between.
  for (const trace of STUDENT_TRACES) add(trace.collection, await leave(db, trace, id));
  return removed;
}

async function leave(db: Deps['db'], { collection, path, goes }: StudentTrace, id: string): Promise<number> {
  const records = db.collection(collection);
  if (goes === 'record') return (await records.deleteMany({ [path]: id })).deletedCount;
  return (await records.updateMany({ [path]: id }, { $pull: { [path]: id } } as never)).modifiedCount;
}

/** Runs for several students go on without this one; a run for this one alone goes. */
async function leaveJobs(db: Deps['db'], id: string): Promise<number> {
  const path = 'params.studentIds';
  const collection = model<JobRecord>(db, jobs);
  const { modifiedCount } = await collection.updateMany(
    { [path]: id } as object,
    { $pull: { [path]: id } } as object,
  );
  await collection.deleteMany({ [path]: { $size: 0 } } as object);
  return modifiedCount;
}

/** Tasks carry no student's id today; one that did, in whatever place, would not be left behind. */
async function removeTasks({ queues }: Pick<Deps, 'queues'>, id: string): Promise<number> {
  let removed = 0;
  for (const name of Object.keys(TASKS) as QueueName[]) {
    const waiting = await queues.open(name).getJobs(['waiting', 'delayed', 'paused', 'failed']);
    const about = waiting.filter((job) => JSON.stringify(job?.data ?? null).includes(id));
    for (const job of about) {
      // One that has begun in the meantime finds no student and ends by itself.
      removed += await job.remove().then(
        () => 1,
        () => 0,
      );
    }
  }
  return removed;
}

/** Families keep their accounts and what else these open. */
async function leaveAccounts(db: Deps['db'], id: string): Promise<number> {
  const collection = model<Account>(db, accountCollection);
  const held = await collection.find({ 'grants.studentIds': id } as object, { grants: 1 }).lean();
  for (const { _id, grants } of held) {
    const left = grants
      .map((grant) => ({ ...grant, studentIds: grant.studentIds.filter((other) => other !== id) }))
      .filter(({ role, studentIds }) => studentIds.length > 0 || (role !== 'family' && role !== 'student'));
    await collection.updateOne({ _id }, { $set: { grants: left } } as object);
  }
  return held.length;
}
