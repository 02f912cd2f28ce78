import type { RoleGrant } from '../../core/accounts/role.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { Deps } from '../deps.ts';
import { schools } from '../schools/school-collection.ts';
import { model } from '../store/collection.ts';
import { students } from '../students/student-collection.ts';

interface InDistrict {
  id: string;
  districtId: string;
}

type Grants = readonly RoleGrant[];

/** What the policy is asked of an account with these grants. */
export async function accountResource(db: Deps['db'], grants: Grants): Promise<Resource> {
  return (await accountResources(db, [grants]))(grants);
}

/**
 * An account belongs to a district if everything it is held for does: the districts that its grants name, and those of
 * the schools and students in them. What nobody knows belongs to none, so only who is held to no district reaches it.
 */
export async function accountResources(
  db: Deps['db'],
  ofMany: readonly Grants[],
): Promise<(grants: Grants) => Resource> {
  const all = ofMany.flat();
  const [bySchool, byStudent] = await Promise.all([
    districtsOf(
      db,
      schools,
      all.flatMap(({ schoolIds }) => schoolIds),
    ),
    districtsOf(
      db,
      students,
      all.flatMap(({ studentIds }) => studentIds),
    ),
  ]);
  return (grants) => {
    const districts = new Set(
      grants.flatMap(({ districtId, schoolIds, studentIds }) => [
        districtId,
        ...schoolIds.map((id) => bySchool.get(id)),
        ...studentIds.map((id) => byStudent.get(id)),
      ]),
    );
    return districts.size === 1 ? { districtId: [...districts][0] } : {};
  };
}

async function districtsOf(
  db: Deps['db'],
  spec: Parameters<typeof model>[1],
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await model<InDistrict>(db, spec)
    .find({ _id: { $in: [...new Set(ids)] } }, { districtId: 1 })
    .lean<{ _id: string; districtId: string }[]>();
  return new Map(found.map(({ _id, districtId }) => [_id, districtId]));
}
