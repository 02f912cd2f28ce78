import type { Connection } from 'mongoose';
import { compact } from '../../core/imports/compact.ts';
import type { Student } from '../../core/students/student.ts';
import type { NamedStudent, StudentIdentity, StudentName } from '../../core/students/student-identity.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { escapePattern } from '../store/escape-pattern.ts';
import { nameFilter } from './name-hashes.ts';
import { ON_ROLL } from './on-roll.ts';
import { openIdentity, sealIdentity } from './seal-identity.ts';
import { ONLY_FACTS, type StudentRecord, students } from './student-collection.ts';

export interface StudentSearch {
  schoolIds: readonly string[];
  /** A part of the district's student number, or the beginnings of words of the name. */
  text?: string | undefined;
  /** Those who have left, in place of those who are here. */
  left?: boolean | undefined;
  skip: number;
  limit: number;
}

type Facts = Pick<Student, 'needs' | 'interests' | 'freeTimes' | 'travelModes' | 'languages'>;

/** What is not given stays. */
export type StudentChange = { [K in keyof Facts]?: Facts[K] | undefined } & {
  [K in keyof StudentIdentity]?: StudentIdentity[K] | undefined;
};

type Sealed = Pick<Deps, 'db' | 'sealing'>;

/** A student with name, contacts and notes. */
export async function readNamedStudent({ db, sealing }: Sealed, id: string): Promise<NamedStudent | null> {
  const found = await recordsOf(db).findById(id).lean<Stored<StudentRecord>>();
  return found ? named(sealing, fromStored<StudentRecord>(found)) : null;
}

/** The same for a request that is about this student. @throws AppError `not-found` */
export async function mustReadNamedStudent(
  ...asked: Parameters<typeof readNamedStudent>
): Promise<NamedStudent> {
  const found = await readNamedStudent(...asked);
  if (!found) throw notFound();
  return found;
}

/** Those of these students who are there, by id, in one round trip. */
export async function readNamedStudents(
  { db, sealing }: Sealed,
  ids: readonly string[],
): Promise<Map<string, NamedStudent>> {
  const found = await recordsOf(db)
    .find({ _id: { $in: [...new Set(ids)] } })
    .lean<Stored<StudentRecord>[]>();
  return new Map(found.map((record) => [record._id, named(sealing, fromStored<StudentRecord>(record))]));
}

/** Who goes to these schools now. */
export async function idsAtSchools(db: Connection, schoolIds: readonly string[]): Promise<string[]> {
  return (await studentsAtSchools(db, schoolIds)).map(({ id }) => id);
}

/** The same with their number and which school it is. */
export async function studentsAtSchools(
  db: Connection,
  schoolIds: readonly string[],
): Promise<Pick<Student, 'id' | 'schoolId' | 'localId'>[]> {
  const found = await recordsOf(db)
    .find({ schoolId: { $in: schoolIds }, ...ON_ROLL }, { schoolId: 1, localId: 1 })
    .lean<Stored<Pick<Student, 'id' | 'schoolId' | 'localId'>>[]>();
  return found.map(({ _id, schoolId, localId }) => ({ id: _id, schoolId, localId }));
}

/** The names of those of these students who have one, in one round trip. */
export async function readStudentNames(
  { db, sealing }: Sealed,
  ids: readonly string[],
): Promise<Map<string, StudentName>> {
  const found = await recordsOf(db)
    .find({ _id: { $in: ids } }, { key: 1, sealedName: 1 })
    .lean<Stored<StudentRecord>[]>();
  const opened = found.map(({ _id, ...rest }) => [_id, openIdentity(sealing, { ...rest, id: _id }).name]);
  return new Map(opened.filter((entry): entry is [string, StudentName] => entry[1] !== undefined));
}

/** A student of a list: contacts, notes and circumstances are not read for it. */
export type ListedStudent = Student & { name?: StudentName | undefined };

/** One page of the students of some schools by their number, and how many there are. */
export async function findStudents(
  { db, sealing }: Sealed,
  search: StudentSearch,
): Promise<{ items: ListedStudent[]; total: number }> {
  const filter = {
    schoolId: { $in: search.schoolIds },
    ...(search.left ? { leftAt: { $exists: true } } : ON_ROLL),
    ...textFilter(sealing, search.text),
  };
  const collection = recordsOf(db);
  const [found, total] = await Promise.all([
    collection
      .find(filter as object, {
        sealedBirthDate: 0,
        sealedContacts: 0,
        sealedNotes: 0,
        sealedCircumstances: 0,
      })
      .sort({ localId: 1, _id: 1 })
      .skip(search.skip)
      .limit(search.limit)
      .lean<Stored<StudentRecord>[]>(),
    collection.countDocuments(filter as object),
  ]);
  return { items: found.map((record) => named(sealing, fromStored<StudentRecord>(record))), total };
}

function textFilter(sealing: Deps['sealing'], text: string | undefined): object {
  if (!text) return {};
  const byName = nameFilter(sealing, text);
  return {
    $or: [{ localId: { $regex: escapePattern(text), $options: 'i' } }, ...(byName ? [byName] : [])],
  };
}

/** Changes what is given and leaves the rest; of two at the same time the later one stays. */
export async function changeStudent(
  deps: Sealed,
  id: string,
  change: StudentChange,
  at: Date,
): Promise<NamedStudent | null> {
  const sealer = await studentSealer(deps, id);
  if (!sealer) return null;
  const { name, birthDate, contacts, notes, circumstances, ...facts } = change;
  const identity = compact({ name, birthDate, contacts, notes, circumstances });
  const sealed = Object.entries(sealIdentity(deps.sealing, sealer, identity));
  const cleared = sealed.filter(([, value]) => value === undefined).map(([field]) => [field, 1]);
  const set = {
    ...compact(facts),
    ...compact(Object.fromEntries(sealed)),
    // Eligibility goes by the month, so the month follows the date.
    ...(birthDate && { birthMonth: birthDate.slice(0, 7) }),
    updatedAt: at.toISOString(),
  };
  const update = { $set: set, ...(cleared.length > 0 && { $unset: Object.fromEntries(cleared) }) };
  const found = await recordsOf(deps.db)
    .findOneAndUpdate({ _id: id }, update as object, { returnDocument: 'after' })
    .lean<Stored<StudentRecord>>();
  return found ? named(deps.sealing, fromStored<StudentRecord>(found)) : null;
}

/** The record as people see it: sealed fields opened, nothing of how it is kept. */
function named(sealing: Deps['sealing'], record: StudentRecord): NamedStudent {
  const facts = Object.entries(record).filter(([field]) => !(field in ONLY_FACTS));
  return { ...(Object.fromEntries(facts) as Student), ...openIdentity(sealing, record) };
}

function recordsOf(db: Connection) {
  return model<StudentRecord>(db, students);
}
