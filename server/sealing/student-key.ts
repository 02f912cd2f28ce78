import { students } from '../students/student-collection.ts';
import type { SealContext, Sealing } from './sealing.ts';

export function studentKeyContext(studentId: string): SealContext {
  return { collection: students.name, id: studentId, field: 'key' };
}

/** A student's key as it is stored: sealed by the ring. */
export function wrapKey(sealing: Sealing, studentId: string, key: Buffer): string {
  return sealing.seal(key.toString('base64url'), studentKeyContext(studentId));
}
