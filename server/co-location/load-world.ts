import type { CoLocationAsked } from '../../core/co-location/co-location.ts';
import { neighbourhoodFinder } from '../../core/co-location/neighbourhood.ts';
import { sharedStudentsFinder } from '../../core/co-location/shared-students.ts';
import type { StudentCounts } from '../../core/privacy/student-counts.ts';
import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import { listSchools } from '../schools/school-store.ts';
import type { Sites } from './current-sites.ts';

/** What co-location is worked out from. Of students it holds the count, and not one of them. */
export interface CoLocationWorld extends Sites {
  asked: CoLocationAsked;
  schools: School[];
  counts: StudentCounts;
  around: ReturnType<typeof neighbourhoodFinder>;
  sharedWith: ReturnType<typeof sharedStudentsFinder>;
}

export async function loadWorld(
  { db, rules }: Pick<Deps, 'db' | 'rules'>,
  readSites: () => Promise<Sites>,
  asked: CoLocationAsked,
  now: Date,
): Promise<CoLocationWorld> {
  const [sites, schools, counts] = await Promise.all([
    readSites(),
    listSchools(db),
    currentCounts(db, rules, now),
  ]);
  const { taxonomy, travel } = rules;
  const { minutes, mode } = asked;
  const rule = travel[mode];
  const around = neighbourhoodFinder({ offers: sites.offers, schools, counts, taxonomy, minutes, rule });
  return { ...sites, asked, schools, counts, around, sharedWith: sharedStudentsFinder(counts) };
}
