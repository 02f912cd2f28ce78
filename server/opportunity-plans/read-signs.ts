import { type PlanRules, signsOfPlan } from '../../core/opportunity-plan/should-have-plan.ts';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { openCircumstances } from '../students/seal-identity.ts';
import { type StudentRecord, students } from '../students/student-collection.ts';

/** What is read of a student to know whether there should be a plan. */
export type SignedRecord = Pick<
  StudentRecord,
  'id' | 'schoolId' | 'localId' | 'grade' | 'key' | 'sealedCircumstances' | 'sealedName'
>;

export interface StudentSigns {
  record: SignedRecord;
  /** Why there should be a plan; empty where there need not be one. */
  signs: { attribute: string; value: string }[];
  /** Whether any of the facts that the rules ask for is known of this student. */
  known: boolean;
}

/** All students of these schools with what the district's rules say of them. Circumstances are opened for it. */
export async function readSigns(
  { db, sealing, rules }: Pick<Deps, 'db' | 'sealing' | 'rules'>,
  schoolIds: readonly string[],
): Promise<StudentSigns[]> {
  const found = await model<SignedRecord>(db, students)
    .find(
      { schoolId: { $in: schoolIds } },
      { schoolId: 1, localId: 1, grade: 1, key: 1, sealedCircumstances: 1, sealedName: 1 },
    )
    .lean<Stored<SignedRecord>[]>();
  return found.map((stored) => {
    const record = fromStored<SignedRecord>(stored);
    const circumstances = openCircumstances(sealing, record) ?? {};
    const signs = signsOfPlan(circumstances, rules.opportunityPlan);
    return { record, signs, known: knowsAny(circumstances.attributes ?? {}, rules.opportunityPlan) };
  });
}

function knowsAny(attributes: Readonly<Record<string, string>>, { shouldHavePlan }: PlanRules): boolean {
  return shouldHavePlan.some(({ attribute }) => attributes[attribute] !== undefined);
}
