import type { Agreement } from '../../core/agreements/agreement.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { School } from '../../core/schools/school.ts';
import { notFound } from '../http/app-error.ts';
import type { Access } from '../http/route.ts';

type Asked = Pick<Agreement, 'districtId' | 'schoolIds' | 'organizationId' | 'stage'>;

/**
 * What opens an agreement for reading: any of its schools (of one for the whole district, any of those), or the
 * organization. A draft is no business of the partner's yet.
 */
export function readingResources(
  agreement: Asked,
  schools: readonly Pick<School, 'id' | 'districtId'>[],
): Resource[] {
  const { districtId, schoolIds, organizationId, stage } = agreement;
  const known = schools.filter((school) => school.districtId === districtId).map(({ id }) => id);
  const touched = schoolIds.length > 0 ? schoolIds : known;
  const whose = stage === 'draft' ? { districtId } : { districtId, organizationId };
  return [whose, ...touched.map((id) => ({ ...whose, schoolIds: [id] }))];
}

/** What opens it for a change: all of its schools; one for the whole district is its leaders' to change. */
export function changeResource({
  districtId,
  schoolIds,
}: Pick<Agreement, 'districtId' | 'schoolIds'>): Resource {
  return { districtId, schoolIds };
}

/** Asks the policy for the first resource that is open. @throws AppError 404 where none is */
export async function mustAny(access: Access, resources: readonly Resource[]): Promise<void> {
  const open = resources.find((resource) => access.may(resource));
  if (!open) throw notFound();
  await access.must(open);
}
