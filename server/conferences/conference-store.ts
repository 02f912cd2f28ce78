import type { Connection } from 'mongoose';
import type { Conference } from '../../core/conferences/conference.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import { type StudentSealer, studentSealer } from '../sealing/student-sealer.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { type ConferenceRecord, conferences } from './conference-collections.ts';

type Sealed = Pick<Deps, 'db' | 'sealing'>;
export type ConferenceOutline = Omit<ConferenceRecord, 'sealed'>;

/** Which meetings a student has had or will have, the newest first. */
export async function listConferences(db: Connection, studentId: string): Promise<ConferenceOutline[]> {
  const found = await conferencesOf(db)
    .find({ studentId }, { sealed: 0 })
    .sort({ studentId: 1, day: -1 })
    .lean<Stored<ConferenceOutline>[]>();
  return found.map((record) => fromStored<ConferenceOutline>(record));
}

/** @throws AppError `not-found` where there is none, or the student was forgotten */
export async function mustReadConference(deps: Sealed, id: string): Promise<Conference> {
  const found = await conferencesOf(deps.db).findById(id).lean<Stored<ConferenceRecord>>();
  const sealer = found ? await studentSealer(deps, found.studentId) : undefined;
  if (!found || !sealer) throw notFound();
  const { sealed, ...outline } = fromStored<ConferenceRecord>(found);
  return { ...outline, ...JSON.parse(sealer.open(sealed, place(id))) };
}

/** Writes a new one. */
export async function addConference(deps: Sealed, conference: Conference): Promise<void> {
  const sealer = await mustHaveSealer(deps, conference);
  await insertOnce(conferencesOf(deps.db), toStored(recordOf(sealer, conference)));
}

/** Whether it was written: false where somebody has written since the version before this one was read. */
export async function writeConference(deps: Sealed, conference: Conference): Promise<boolean> {
  const { id, ...record } = recordOf(await mustHaveSealer(deps, conference), conference);
  const was = { _id: id, version: conference.version - 1 };
  const { modifiedCount } = await conferencesOf(deps.db).updateOne(was, { $set: record });
  return modifiedCount === 1;
}

/** Takes it out, if nobody has written in it. */
export async function removeUnwritten(db: Connection, id: string): Promise<boolean> {
  const { deletedCount } = await conferencesOf(db).deleteOne({ _id: id, version: 1 });
  return deletedCount === 1;
}

function recordOf(sealer: StudentSealer, conference: Conference): ConferenceRecord {
  const { agenda, decisions, people, steps, ...outline } = conference;
  const inside = JSON.stringify({ agenda, decisions, people, steps });
  return { ...outline, sealed: sealer.seal(inside, place(conference.id)) };
}

async function mustHaveSealer(deps: Sealed, { studentId }: Conference): Promise<StudentSealer> {
  const sealer = await studentSealer(deps, studentId);
  if (!sealer) throw notFound();
  return sealer;
}

function place(id: string): string {
  return `conference/${id}`;
}

function conferencesOf(db: Connection) {
  return model<ConferenceRecord>(db, conferences);
}
