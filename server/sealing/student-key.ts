import { randomBytes } from 'node:crypto';
import { students } from '../students/student-collection.ts';
import { KEY_BYTES } from './cipher.ts';
import type { SealContext, Sealing } from './sealing.ts';

export function studentKeyContext(studentId: string): SealContext {
  return { collection: students.name, id: studentId, field: 'key' };
}

/** A new key for a student, wrapped by the ring. */
export function newStudentKey(sealing: Sealing, studentId: string): string {
  return sealing.seal(randomBytes(KEY_BYTES).toString('base64url'), studentKeyContext(studentId));
}
