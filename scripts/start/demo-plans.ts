import type { RecordedEdit } from '../../core/opportunity-plan/plan-change.ts';
import { fieldOf, type PlanList } from '../../core/opportunity-plan/plan-field.ts';
import type { PlanValue } from '../../core/opportunity-plan/plan-value.ts';
import { dayNumber, isoDate } from '../../core/schedule/calendar-day.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { accountStore } from '../../server/accounts/account-store.ts';
import type { Deps } from '../../server/deps.ts';
import { addChange, withPlan } from '../../server/opportunity-plans/plan-change-store.ts';
import { readNamedStudent } from '../../server/students/named-student-store.ts';
import type { Demo } from '../demo/read-demo.ts';
import { DEMO_PLANS, type DemoPlan } from './demo-plan-stories.ts';
import { sendDemoReferral } from './demo-referrals.ts';

const DAY_MS = 86_400_000;
/** The words were written down before anything was sent. */
const WORDS_DAYS_AGO = 45;

/**
 * Three students with plans in their own words, whose steps have become referrals, so that a newcomer sees the way from
 * a goal to the help. Written, agreed to, sent and answered as anybody's would be; days count from today.
 */
export async function writeDemoPlans(deps: Deps, demo: Pick<Demo, 'students'>): Promise<void> {
  const coordinator = await accountStore(deps.db).findByEmail('coordinator@demo.example');
  if (!coordinator) return;
  const idOfStudent = new Map(demo.students.map(({ localId, id }) => [localId, id]));
  await Promise.all(
    DEMO_PLANS.map((plan) => writeDemoPlan(deps, plan, idOfStudent.get(plan.localId), coordinator.id)),
  );
}

async function writeDemoPlan(
  deps: Deps,
  plan: DemoPlan,
  studentId: string | undefined,
  by: string,
): Promise<void> {
  const student = studentId && (await readNamedStudent(deps, studentId));
  if (!student || (await withPlan(deps.db, [student.id])).size > 0) return;
  const referrals = await Promise.all(
    plan.steps.map(({ referral }) => referral && sendDemoReferral(deps, student, by, referral)),
  );
  const at = new Date(deps.clock().getTime() - WORDS_DAYS_AGO * DAY_MS).toISOString();
  const change = { studentId: student.id, by, as: 'coordinator' as const, at };
  await addChange(deps, { ...change, number: 1, edits: ownWords(plan) });
  const steps = stepsOf(plan, referrals, dayNumber(utcDay(deps.clock())));
  await addChange(deps, { ...change, number: 2, edits: steps });
}

function ownWords({ strengths, interests, goals, supporters }: DemoPlan): RecordedEdit[] {
  return [
    { field: 'strengths', kind: 'set', to: strengths },
    { field: 'interests', kind: 'set', to: interests },
    ...goals.flatMap((goal, n) => item('goals', n, { ...goal })),
    ...supporters.flatMap((supporter, n) => item('supporters', n, { ...supporter })),
  ];
}

function stepsOf(
  { steps }: DemoPlan,
  referrals: readonly ({ id: string; offerId: string } | undefined)[],
  today: number,
): RecordedEdit[] {
  return steps.flatMap(({ text, goal, helper, due, state }, n) => {
    const referral = referrals[n];
    return item('steps', n, {
      text,
      goal: idOf('goals', goal),
      helper,
      by: isoDate(today + due),
      state,
      ...(referral && { offer: referral.offerId, referral: referral.id }),
    });
  });
}

function item(list: PlanList, n: number, parts: Readonly<Record<string, PlanValue>>): RecordedEdit[] {
  return Object.entries(parts).map(([part, to]) => ({
    field: fieldOf(list, idOf(list, n), part),
    kind: 'set',
    to,
  }));
}

function idOf(list: PlanList, n: number): string {
  return `demo-${list}-${n + 1}`;
}
