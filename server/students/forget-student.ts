import type { Student } from '../../core/students/student.ts';
import type { Account } from '../accounts/account.ts';
import { accountCollection } from '../accounts/account-collection.ts';
import type { Deps } from '../deps.ts';
import { importStaging } from '../imports/import-collections.ts';
import { type JobRecord, jobs } from '../jobs/job-collection.ts';
import { type QueueName, TASKS } from '../queue/payloads.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { rememberForgotten } from './forgotten-store.ts';
import { ONLY_FACTS, students } from './student-collection.ts';
import { STUDENT_TRACES, type StudentTrace } from './student-traces.ts';

/** What was removed, by kind: collections, `jobs`, `tasks`, `accounts`. Without names, and without the number. */
export type Forgotten = Record<string, number>;

type Asked = Pick<Deps, 'db' | 'sealing' | 'queues'>;

/**
 * Forgets a student everywhere: the number goes on the list first, so that no import brings the student back; then all
 * that lies elsewhere; then the record, and with it the key of all that was sealed for the student. Broken off, it can
 * be done again; done again, it changes nothing.
 */
export async function forgetStudent(deps: Asked, student: Student, at: Date): Promise<Forgotten> {
  const { db } = deps;
  const twins = await recordsOf(db, student);
  const removed: Forgotten = {};
  const add = (kind: string, count: number) => {
    if (count > 0) removed[kind] = (removed[kind] ?? 0) + count;
  };
  for (const twin of twins) {
    await rememberForgotten(deps, twin, at);
    add('jobs', await leaveJobs(db, twin.id));
    add('tasks', await removeTasks(deps, twin.id));
    add('accounts', await leaveAccounts(db, twin.id));
    const staged = { key: `student:${twin.localId}` };
    add('import_staging', (await db.collection(importStaging.name).deleteMany(staged)).deletedCount);
    for (const trace of STUDENT_TRACES) add(trace.collection, await leave(db, trace, twin.id));
    const { deletedCount } = await db.collection(students.name).deleteOne({ _id: twin.id as never });
    add('students', deletedCount);
    // A matching that had read the student already may have written in between.
    for (const trace of STUDENT_TRACES) add(trace.collection, await leave(db, trace, twin.id));
  }
  return removed;
}

/** All records with the district's number of this student: another source may have brought one more. */
async function recordsOf(db: Deps['db'], { id, districtId, localId }: Student): Promise<Student[]> {
  const found = await model<Student>(db, students)
    .find({ $or: [{ _id: id }, { districtId, localId }] }, ONLY_FACTS)
    .lean<Stored<Student>[]>();
  return found.map((student) => fromStored<Student>(student));
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
async function removeTasks({ queues }: Asked, id: string): Promise<number> {
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
