import type { Connection } from 'mongoose';
import type { MatchingRules } from '../../core/matching/match.ts';
import { type Weighting, weightingOf } from '../../core/matching/weighting.ts';
import type { Rules } from '../rules.ts';
import { listVersions } from './weights-store.ts';

/** What matching goes by in a district now: data/matching, with the weights that the district has saved last. */
export async function matchingRulesOf(
  db: Connection,
  { matching }: Pick<Rules, 'matching'>,
  districtId: string | undefined,
): Promise<MatchingRules> {
  const [newest] = districtId === undefined ? [] : await listVersions(db, districtId, 1);
  return newest ? { ...matching, ...weightingOf({ ...matching, ...newest }) } : matching;
}

/** The rules with the weights that a run took at its beginning; one from before they could be saved has none. */
export function rulesOfRun<R extends Pick<Rules, 'matching'>>(
  rules: R,
  { weighting }: { weighting?: Weighting | undefined },
): R {
  return weighting ? { ...rules, matching: { ...rules.matching, ...weighting } } : rules;
}
