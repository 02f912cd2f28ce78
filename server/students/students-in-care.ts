import type { Connection } from 'mongoose';
import type { PolicyStudent } from '../../core/policy/student-resource.ts';
import type { Account } from '../accounts/account.ts';
import { model, type Stored } from '../store/collection.ts';
import { ON_ROLL } from './on-roll.ts';
import { type StudentRecord, students } from './student-collection.ts';

type InCare = PolicyStudent & { localId: string };

/** The students of the schools that an account coordinates, and those whom it is held for itself; the policy decides. */
export async function studentsInCare(db: Connection, { grants }: Account): Promise<InCare[]> {
  const schoolIds = grants.flatMap(({ role, schoolIds: held }) => (role === 'coordinator' ? held : []));
  const own = grants.flatMap(({ studentIds }) => studentIds);
  if (schoolIds.length + own.length === 0) return [];
  const found = await model<StudentRecord>(db, students)
    .find(
      { $or: [{ schoolId: { $in: schoolIds } }, { _id: { $in: own } }], ...ON_ROLL },
      { schoolId: 1, districtId: 1, birthMonth: 1, localId: 1 },
    )
    .lean<Stored<InCare>[]>();
  return found.map(({ _id, ...student }) => ({ ...student, id: _id }));
}
