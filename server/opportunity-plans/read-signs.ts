import { type OwnPlanRules, signsOfPlan } from '../../core/opportunity-plan/should-have-plan.ts';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { ON_ROLL } from '../students/on-roll.ts';
import { openCircumstances } from '../students/seal-identity.ts';
import { type StudentRecord, students } from '../students/student-collection.ts';
import { planRulesOf } from './plan-rules-of.ts';

/** What is read of a student to know whether there should be a plan. */
export type SignedRecord = Pick<
  StudentRecord,
  'id' | 'districtId' | 'schoolId' | 'localId' | 'grade' | 'key' | 'sealedCircumstances' | 'sealedName'
>;

export interface StudentSigns {
  record: SignedRecord;
  /** Why there should be a plan; empty where there need not be one. */
  signs: { attribute: string; value: string }[];
  /** Whether any of the facts that the rules ask for is known of this student. */
  known: boolean;
}

/** All students of these schools with what their districts' rules say of them. Circumstances are opened for it. */
export async function readSigns(
  deps: Pick<Deps, 'db' | 'sealing' | 'rules'>,
  schoolIds: readonly string[],
  /** By which all are judged, where it is not by their districts' own. */
  tried?: OwnPlanRules,
): Promise<StudentSigns[]> {
  const stored = await model<SignedRecord>(deps.db, students)
    .find(
      { schoolId: { $in: schoolIds }, ...ON_ROLL },
      {
        districtId: 1,
        schoolId: 1,
        localId: 1,
        grade: 1,
        key: 1,
        sealedCircumstances: 1,
        sealedName: 1,
      },
    )
    .lean<Stored<SignedRecord>[]>();
  const records = stored.map((one) => fromStored<SignedRecord>(one));
  const districtIds = [...new Set(records.map(({ districtId }) => districtId))];
  const rulesOf = new Map(
    await Promise.all(districtIds.map(async (id) => [id, tried ?? (await planRulesOf(deps, id))] as const)),
  );
  return records.map((record) => {
    const rules = rulesOf.get(record.districtId)!;
    const circumstances = openCircumstances(deps.sealing, record) ?? {};
    const signs = signsOfPlan(circumstances, rules);
    return { record, signs, known: knowsAny(circumstances.attributes ?? {}, rules) };
  });
}

function knowsAny(attributes: Readonly<Record<string, string>>, { shouldHavePlan }: OwnPlanRules): boolean {
  return shouldHavePlan.some(({ attribute }) => attributes[attribute] !== undefined);
}
