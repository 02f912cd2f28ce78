import type { Circumstances } from '../../core/students/circumstances.ts';
import type { Student } from '../../core/students/student.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { fromStored, type Stored } from '../store/collection.ts';
import { openCircumstances } from './seal-identity.ts';
import { ONLY_FACTS, type StudentRecord } from './student-collection.ts';

/** A student with all that matching reads: the facts, and of what lies sealed the circumstances alone. */
export type MatchableStudent = Student & { circumstances?: Circumstances };

const { key: _key, sealedCircumstances: _sealed, ...others } = ONLY_FACTS;
/** What is not read of a record to make one. */
export const ONLY_MATCHABLE = others;

export function matchable(sealing: Sealing, stored: Stored<StudentRecord>): MatchableStudent {
  const record = fromStored<StudentRecord>(stored);
  const { key: _, sealedCircumstances: __, ...facts } = record;
  const circumstances = openCircumstances(sealing, record);
  return { ...facts, ...(circumstances && { circumstances }) };
}
