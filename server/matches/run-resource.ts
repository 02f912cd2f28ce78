import type { Resource } from '../../core/policy/resource.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { MatchScope } from './match-scope.ts';

/**
 * What the policy is asked about a match run. A run of the district is nobody's who works at schools, even if the
 * district has only that one.
 */
export function runResource({
  params,
  districtId,
  schoolIds = [],
}: Pick<JobRecord, 'params' | 'districtId' | 'schoolIds'>): Resource {
  const known = MatchScope.safeParse(params);
  const isOfSchools = known.success && known.data.scope !== 'district';
  return { districtId, schoolIds: isOfSchools ? schoolIds : [] };
}
