import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../http/app-error.ts';
import type { Access } from '../http/route.ts';
import { listSchools, readSchool } from '../schools/school-store.ts';

/** The school that is asked for, or all that the account may see the students of. */
export async function schoolsInScope(
  db: Deps['db'],
  access: Access,
  asked: string | undefined,
): Promise<School[]> {
  const found = asked ? [await readSchool(db, asked)] : await listSchools(db);
  const known = found.filter((school) => school !== null);
  const seen = known.filter(access.opens(({ id, districtId }) => ({ districtId, schoolIds: [id] })));
  if (asked && seen.length === 0) throw notFound();
  return seen;
}
