import type { Deps } from '../../../server/deps.ts';
import { createJob } from '../../../server/jobs/job-store.ts';
import { beginDecision, endDecision } from '../../../server/plans/decision-store.ts';
import { readPlanInputs } from '../../../server/plans/plan-inputs.ts';
import { writePlan } from '../../../server/plans/plan-store.ts';
import type { Corner } from './world.ts';

/** A plan of a school with one row, which was refused: one thing to undo. */
export async function storePlan(
  deps: Deps,
  { districtId, schoolId, studentId }: Pick<Corner, 'districtId' | 'schoolId' | 'studentId'>,
): Promise<string> {
  const { db, rules } = deps;
  const params = { scope: 'school', schoolId } as const;
  const schoolIds = [schoolId];
  const job = await createJob(db, { kind: 'plan', params, step: 'waiting', districtId, schoolIds });
  const { id, number, createdAt } = job;
  const numbers = { gap: 0, requests: 1, edges: 1, solveMs: 1, checkMs: 1 };
  const plan = {
    id,
    number,
    createdAt,
    params,
    districtId,
    schoolIds,
    certificate: { optimal: true, checkedAt: createdAt, ...numbers },
    findings: [],
    inputs: await readPlanInputs(db, rules, params),
    decisions: 0,
  };
  const need = { studentId, localId: studentId, schoolId, grade: 4, languages: ['en'], term: 'tutoring' };
  const row = {
    ...need,
    id: `${id}:${studentId}:tutoring`,
    planId: id,
    urgency: 2,
    offerId: `offer of ${schoolId}`,
    score: 0.5,
    minutes: 10,
    mode: 'walk',
    from: 'school',
    choices: 1,
    refusedOffers: [],
    state: 'refused',
    reason: 'time',
    decision: 1,
    past: [{ state: 'proposed', decision: 0 }],
  } as const;
  await writePlan(db, plan, [{ ...row, languages: ['en'], refusedOffers: [], past: [...row.past] }], []);
  const at = deps.clock().toISOString();
  const decision = await beginDecision(db, {
    planId: id,
    kind: 'refuse',
    schoolIds,
    at,
    accountId: undefined,
  });
  await endDecision(db, decision, 1);
  return id;
}
