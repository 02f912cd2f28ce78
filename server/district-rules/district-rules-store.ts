import type { Connection } from 'mongoose';
import { listVersions, saveVersion } from '../store/versions.ts';
import {
  type DistrictRuleKind,
  type DistrictRuleShapes,
  type DistrictRulesVersion,
  districtRules,
} from './district-rules-collections.ts';

/** The newest first; none where the district goes by what Trellis comes with. */
export function listRules<K extends DistrictRuleKind>(
  db: Connection,
  districtId: string,
  kind: K,
  limit?: number,
): Promise<DistrictRulesVersion<K>[]> {
  return listVersions<DistrictRulesVersion<K>>(db, districtRules, { districtId, kind }, limit);
}

/** What a district says for itself now; undefined where it says nothing. */
export async function readOwnRules<K extends DistrictRuleKind>(
  db: Connection,
  districtId: string,
  kind: K,
): Promise<DistrictRuleShapes[K] | undefined> {
  const [newest] = await listRules(db, districtId, kind, 1);
  return newest?.rules;
}

/** Whether it was saved: false where somebody else has made this version before. */
export function saveRules<K extends DistrictRuleKind>(
  db: Connection,
  version: Omit<DistrictRulesVersion<K>, 'id'>,
): Promise<boolean> {
  const { districtId, kind, number } = version;
  return saveVersion<DistrictRulesVersion<K>>(db, districtRules, {
    ...version,
    id: `${districtId}:${kind}:${number}`,
  });
}
