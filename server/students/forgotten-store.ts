import type { Student } from '../../core/students/student.ts';
import type { Deps } from '../deps.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type ForgottenTrace, forgottenStudents } from './forgotten-collection.ts';

/** What a student can come back by. */
export type StudentMark = Pick<Student, 'source' | 'districtId' | 'localId'>;

type Sealed = Pick<Deps, 'db' | 'sealing'>;

/** Puts a student on the list. A second time changes nothing. */
export async function rememberForgotten(
  { db, sealing }: Sealed,
  student: StudentMark,
  at: Date,
): Promise<void> {
  const [group, forgottenAt] = [sealing.keyedHash(numberText(student), PURPOSE), at.toISOString()];
  const traces = [sourceText(student), numberText(student)].map((text) => ({
    id: sealing.keyedHash(text, PURPOSE),
    group,
    forgottenAt,
  }));
  await addTraces(db, traces);
}

/** Adds traces, such as those of a list that was kept outside the database; what is there already stays. */
export async function addTraces(db: Deps['db'], traces: readonly ForgottenTrace[]): Promise<void> {
  if (traces.length === 0) return;
  await tracesOf(db).bulkWrite(
    traces.map(({ id, ...trace }) => ({
      updateOne: { filter: { _id: id }, update: { $setOnInsert: trace }, upsert: true },
    })),
    { ordered: false },
  );
}

/** Which of these students are on the list: their places in it. */
export async function findForgotten(
  { db, sealing }: Sealed,
  students: readonly StudentMark[],
): Promise<Set<number>> {
  const hashes = students.map((student) => hashesOf(sealing, student));
  const found = await tracesOf(db)
    .find({ _id: { $in: [...new Set(hashes.flat())] } }, { _id: 1 })
    .lean<Pick<Stored<ForgottenTrace>, '_id'>[]>();
  const known = new Set(found.map(({ _id }) => _id));
  return new Set(hashes.flatMap((own, at) => (own.some((hash) => known.has(hash)) ? [at] : [])));
}

/** Lets the student with this number come back with the next import. False when no such student is on the list. */
export async function liftForgotten(
  { db, sealing }: Sealed,
  student: Pick<StudentMark, 'districtId' | 'localId'>,
): Promise<boolean> {
  const hashes = sealing.keyedHashes(numberText(student), PURPOSE);
  const found = await tracesOf(db)
    .find({ _id: { $in: hashes } }, { group: 1 })
    .lean<Pick<ForgottenTrace, 'group'>[]>();
  const groups = found.map(({ group }) => group);
  const { deletedCount } = await tracesOf(db).deleteMany({ group: { $in: groups } });
  return deletedCount > 0;
}

/** How many students are on the list. */
export async function countForgotten(db: Deps['db']): Promise<number> {
  const [found] = await tracesOf(db).aggregate<{ n: number }>([
    { $group: { _id: '$group' } },
    { $count: 'n' },
  ]);
  return found?.n ?? 0;
}

/** The whole list, to be kept outside the database; it tells nobody who was forgotten. */
export async function listForgotten(db: Deps['db']): Promise<ForgottenTrace[]> {
  const found = await tracesOf(db).find().sort({ _id: 1 }).lean<Stored<ForgottenTrace>[]>();
  return found.map((trace) => fromStored<ForgottenTrace>(trace));
}

const PURPOSE = 'forgotten student';

function hashesOf(sealing: Sealing, student: StudentMark): string[] {
  return [sourceText(student), numberText(student)].flatMap((text) => sealing.keyedHashes(text, PURPOSE));
}

function sourceText({ source }: Pick<StudentMark, 'source'>): string {
  return JSON.stringify(['source', source.system, source.id]);
}

function numberText({ districtId, localId }: Pick<StudentMark, 'districtId' | 'localId'>): string {
  return JSON.stringify(['number', districtId, localId]);
}

const tracesOf = (db: Deps['db']) => model<ForgottenTrace>(db, forgottenStudents);
