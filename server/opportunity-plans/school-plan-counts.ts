import type { Connection } from 'mongoose';
import {
  holdShouldHave,
  type SchoolPlans,
  tellSchoolPlans,
} from '../../core/opportunity-plan/school-share.ts';
import type { OwnPlanRules } from '../../core/opportunity-plan/should-have-plan.ts';
import { studentsOf } from '../../core/privacy/home-count.ts';
import type { StudentCounts } from '../../core/privacy/student-counts.ts';
import type { School } from '../../core/schools/school.ts';
import type { Deps } from '../deps.ts';
import { currentCounts } from '../privacy/current-counts.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { type PlanCountRecord, planCounts } from './opportunity-plan-collections.ts';
import { planRulesOf } from './plan-rules-of.ts';
import { readSigns } from './read-signs.ts';

type Asked = Pick<Deps, 'db' | 'sealing' | 'rules' | 'clock'>;

/** How many of a school's students should have a plan, as far as it may be told: counted with the students, once a week. */
export async function schoolPlans(
  deps: Asked,
  { id: schoolId, districtId }: Pick<School, 'id' | 'districtId'>,
): Promise<SchoolPlans & Pick<OwnPlanRules, 'schoolShare'> & Pick<StudentCounts, 'threshold' | 'countedOn'>> {
  const counts = await currentCounts(deps.db, deps.rules, deps.clock());
  const { threshold, countedOn } = counts;
  const groups = counts.groups.filter((group) => group.schoolId === schoolId);
  const students = groups.length > 0 ? studentsOf(groups) : null;
  const held = students === null ? undefined : await heldCount(deps, schoolId, students, counts);
  const { schoolShare } = await planRulesOf(deps, districtId);
  const told = tellSchoolPlans(students, held, { schoolShare, threshold });
  return { ...told, schoolShare, threshold, countedOn };
}

async function heldCount(
  deps: Asked,
  schoolId: string,
  students: number,
  { threshold, countedOn }: StudentCounts,
): Promise<PlanCountRecord> {
  const last = await readCount(deps.db, schoolId);
  if (last?.countedOn === countedOn && last.threshold === threshold) return last;
  const shouldHave = (await readSigns(deps, [schoolId])).filter(({ signs }) => signs.length > 0).length;
  // Where the threshold has been raised, what was told below it cannot be held on to.
  const held = last && last.threshold >= threshold ? last : undefined;
  const figure = holdShouldHave({ students, shouldHave }, held, threshold);
  const next = { ...figure, id: schoolId, version: (last?.version ?? 0) + 1, countedOn, threshold };
  // Of two who count at once the second takes what the first has written.
  return (await writeCount(deps.db, next, last)) ? next : ((await readCount(deps.db, schoolId)) ?? next);
}

async function readCount(db: Connection, schoolId: string): Promise<PlanCountRecord | undefined> {
  const found = await countsOf(db).findById(schoolId).lean<Stored<PlanCountRecord>>();
  return found ? fromStored<PlanCountRecord>(found) : undefined;
}

async function writeCount(
  db: Connection,
  { id, ...next }: PlanCountRecord,
  last: PlanCountRecord | undefined,
): Promise<boolean> {
  if (!last) return insertOnce(countsOf(db), { ...next, _id: id });
  const { modifiedCount } = await countsOf(db).updateOne({ _id: id, version: last.version }, { $set: next });
  return modifiedCount === 1;
}

function countsOf(db: Connection) {
  return model<PlanCountRecord>(db, planCounts);
}
