import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Deps } from '../deps.ts';
import { model } from '../store/collection.ts';
import { students } from '../students/student-collection.ts';
import { decrypt, encrypt, KEY_BYTES, openText, sealText } from './cipher.ts';
import { OWN_KEY } from './key-ring.ts';
import type { Sealing } from './sealing.ts';
import { studentKeyContext, wrapKey } from './student-key.ts';

/** Seals with one student's own key. Where the record is gone, nothing of it opens any more, wherever it lies. */
export interface StudentSealer {
  /** `field` says where the value lies, such as "notes" or "audit/<id>"; it opens only there. */
  seal(text: string, field: string): string;
  open(sealed: string, field: string): string;
  /** The same for what is no text. */
  sealBytes(bytes: Uint8Array, field: string): Buffer;
  openBytes(sealed: Uint8Array, field: string): Buffer;
}

interface KeyedStudent {
  id: string;
  /** The student's own key, wrapped by the ring. */
  key?: string;
}

/** Undefined when the student is not there: never was, or was forgotten. */
export async function studentSealer(
  deps: Pick<Deps, 'db' | 'sealing'>,
  studentId: string,
): Promise<StudentSealer | undefined> {
  return (await studentSealers(deps, [studentId])).get(studentId);
}

/** The sealers of those of these students who are there, in one round trip; a student without a key gets one. */
export async function studentSealers(
  { db, sealing }: Pick<Deps, 'db' | 'sealing'>,
  studentIds: readonly string[],
): Promise<Map<string, StudentSealer>> {
  let known = await readKeys(db, studentIds);
  const keyless = known.filter(({ key }) => key === undefined).map(({ id }) => id);
  if (keyless.length > 0) {
    await giveKeys(db, sealing, keyless);
    known = await readKeys(db, studentIds);
  }
  return new Map(known.map(({ id, key }) => [id, sealerOf(sealing, id, key!)]));
}

/** A sealer over a wrapped key that one has read already. */
export function sealerOf(sealing: Sealing, studentId: string, wrapped: string): StudentSealer {
  const key = Buffer.from(sealing.open(wrapped, studentKeyContext(studentId)), 'base64url');
  return sealWith(key, studentId);
}

/** A new key for a student, wrapped as it is stored, and its sealer. */
export function newSealer(sealing: Sealing, studentId: string): { wrapped: string; sealer: StudentSealer } {
  const key = randomBytes(KEY_BYTES);
  return { wrapped: wrapKey(sealing, studentId, key), sealer: sealWith(key, studentId) };
}

function sealWith(key: Buffer, studentId: string): StudentSealer {
  const place = (field: string) => JSON.stringify(['student', studentId, field]);
  return {
    seal: (text, field) => sealText(OWN_KEY, key, text, place(field)),
    open: (sealed, field) => openText(key, sealed, place(field)),
    sealBytes: (bytes, field) => encrypt(key, bytes, place(field)),
    openBytes: (sealed, field) => decrypt(key, sealed, place(field)),
  };
}

async function readKeys(db: Connection, ids: readonly string[]): Promise<KeyedStudent[]> {
  const found = await model<KeyedStudent>(db, students)
    .find({ _id: { $in: ids } }, { key: 1 })
    .lean<{ _id: string; key?: string }[]>();
  return found.map(({ _id, key }) => ({ id: _id, ...(key !== undefined && { key }) }));
}

/** Gives keys to students who have none. Of two who give one at the same time the first one's stays. */
export async function giveKeys(db: Connection, sealing: Sealing, ids: readonly string[]): Promise<void> {
  await model<KeyedStudent>(db, students).bulkWrite(
    ids.map((id) => ({
      updateOne: {
        filter: { _id: id, key: { $exists: false } },
        update: { $set: { key: newSealer(sealing, id).wrapped } },
      },
    })),
    { ordered: false },
  );
}
