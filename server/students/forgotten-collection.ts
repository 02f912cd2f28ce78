import type { CollectionSpec } from '../store/collection.ts';

/**
 * One of the two traces of a forgotten student: keyed hashes of the number in its source and of the district's student
 * number. They tell nobody who it was, and keep a roster or a backup from bringing the student back.
 */
export interface ForgottenTrace {
  /** The keyed hash. */
  id: string;
  /** The same for all traces of one student, from whatever source: the keyed hash of the district's number. */
  group: string;
  forgottenAt: string;
}

export const forgottenStudents: CollectionSpec = { name: 'forgotten_students', indexes: [[{ group: 1 }]] };
