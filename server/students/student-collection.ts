import type { Student } from '../../core/students/student.ts';
import type { CollectionSpec } from '../store/collection.ts';
import { forgottenStudents } from './forgotten-collection.ts';
import type { RosterMarks } from './roster-marks.ts';

/** What is sealed with the student's own key: JSON of the part of the identity that has the same name. */
export interface SealedIdentity {
  sealedName?: string;
  sealedBirthDate?: string;
  sealedContacts?: string;
  sealedNotes?: string;
  sealedCircumstances?: string;
}

/** A student as it is stored: the facts in the open, who it is sealed. */
export interface StudentRecord extends Student, SealedIdentity {
  /** The student's own key, wrapped by the ring. With it goes all that was sealed with it, wherever it lies. */
  key?: string;
  /**
   * Keyed hashes of the name's words and their beginnings. Without an index: a search also looks for a part of the number,
   * so it goes through the students of the schools asked about anyway, and a dozen entries a student were six sevenths of
   * what storing one cost.
   */
  nameHashes?: string[];
  /** When a roster last named the student. */
  seenAt?: string;
  /** Of a student whom a OneRoster roster leads: what it said last. */
  roster?: RosterMarks;
}

/** The facts alone: what gaps and the policy read. */
export const ONLY_FACTS = {
  key: 0,
  nameHashes: 0,
  sealedName: 0,
  sealedBirthDate: 0,
  sealedContacts: 0,
  sealedNotes: 0,
  sealedCircumstances: 0,
  contentHash: 0,
  updatedAt: 0,
  seenAt: 0,
  roster: 0,
} as const;

export const students: CollectionSpec = {
  name: 'students',
  indexes: [
    [{ schoolId: 1, localId: 1 }],
    [{ 'source.system': 1, 'source.id': 1 }],
    [{ districtId: 1, localId: 1 }],
    [{ updatedAt: -1 }],
  ],
  former: ['nameHashes_1'],
};

export const studentCollections: readonly CollectionSpec[] = [students, forgottenStudents];
