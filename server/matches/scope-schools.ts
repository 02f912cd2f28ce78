import type { Connection } from 'mongoose';
import type { School } from '../../core/schools/school.ts';
import type { Student } from '../../core/students/student.ts';
import { schools } from '../schools/school-collection.ts';
import { model } from '../store/collection.ts';
import { students } from '../students/student-collection.ts';
import type { MatchScope } from './match-scope.ts';

export interface ScopeSchools {
  scope: MatchScope['scope'];
  districtId: string;
  schoolIds: string[];
}

/**
 * The schools that a scope touches, for the policy to decide. Undefined where one of the records is not there, or
 * where the students belong to different districts.
 */
export async function scopeSchools(db: Connection, scope: MatchScope): Promise<ScopeSchools | undefined> {
  const touched = await touchedSchools(db, scope);
  const districtIds = new Set(touched.map(({ districtId }) => districtId));
  const [districtId] = districtIds;
  if (districtId === undefined || districtIds.size > 1) return undefined;
  return {
    scope: scope.scope,
    districtId,
    schoolIds: [...new Set(touched.map(({ schoolId }) => schoolId))].sort(),
  };
}

async function touchedSchools(db: Connection, scope: MatchScope) {
  if (scope.scope !== 'students') {
    const filter = scope.scope === 'school' ? { _id: scope.schoolId } : {};
    const found = await model<School>(db, schools).find(filter, { districtId: 1 }).lean<School[]>();
    return found.map((school) => ({
      schoolId: String((school as { _id?: unknown })._id),
      districtId: school.districtId,
    }));
  }
  const found = await model<Student>(db, students)
    .find({ _id: { $in: scope.studentIds } }, { schoolId: 1, districtId: 1 })
    .lean<Student[]>();
  return found.length === new Set(scope.studentIds).size ? found : [];
}
