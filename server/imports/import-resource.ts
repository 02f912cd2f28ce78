import { isDirectoryKind } from '../../core/imports/directory-kinds.ts';
import type { Resource } from '../../core/policy/resource.ts';
import type { JobRecord } from '../jobs/job-collection.ts';
import { ImportParams } from './import-params.ts';

interface AskedImport {
  params: JobRecord['params'];
  districtId?: string | undefined;
}

/** What the policy is asked about an import. Schools and students are of people; all else is the directory's. */
export function importResource({ params, districtId }: AskedImport): Resource {
  const known = ImportParams.safeParse(params);
  const isDirectory = known.success && isDirectoryKind(known.data.kind);
  return { districtId, about: isDirectory ? 'directory' : 'people' };
}
