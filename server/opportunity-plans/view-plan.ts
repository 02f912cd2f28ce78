import type { Role } from '../../core/accounts/role.ts';
import { type FieldState, foldChanges } from '../../core/opportunity-plan/fold-changes.ts';
import { actionToWrite } from '../../core/opportunity-plan/part-of-plan.ts';
import type { PlanChange, RecordedEdit } from '../../core/opportunity-plan/plan-change.ts';
import { readField } from '../../core/opportunity-plan/plan-field.ts';
import { planOf } from '../../core/opportunity-plan/plan-of.ts';
import type { Action, Redaction } from '../../core/policy/actions.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import { shownName } from '../../core/students/student-identity.ts';
import { readPeople } from '../audit/read-people.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import { readSchool } from '../schools/school-store.ts';
import { viewReferralsOfPlan } from './referrals-of-plan.ts';

/** Who wrote something: the name of the account, and what it was to the student then. */
export interface PlanPerson {
  name: string;
  as: Role;
}

interface Asked {
  student: NamedStudent;
  changes: readonly PlanChange[];
  redact: ReadonlySet<Redaction>;
  may(action: Action): boolean;
}

/** A plan as the asker may read it: every field with its version, who wrote it, and what stands beside it. */
export async function viewPlan(deps: Pick<Deps, 'db' | 'rules'>, { student, changes, redact, may }: Asked) {
  const { db } = deps;
  const fields = new Map([...foldChanges(changes)].filter(([field]) => !isHidden(field, redact)));
  const { steps } = planOf(fields);
  const offerIds = steps.flatMap(({ offer }) => offer ?? []);
  const [school, people, offers, referrals] = await Promise.all([
    readSchool(db, student.schoolId),
    peopleOf(db, changes),
    readOffersById(db, [...new Set(offerIds)]),
    steps.length > 0 ? viewReferralsOfPlan(deps, student.id, steps, may('opportunity-plan.change')) : {},
  ]);
  const last = changes.at(-1);
  return {
    student: {
      id: student.id,
      schoolId: student.schoolId,
      school: school?.name ?? '',
      number: student.localId,
      grade: student.grade,
      name: student.name ? shownName(student.name) : null,
    },
    /** Number of the last change; 0 where there is no plan yet. */
    number: last?.number ?? 0,
    fields: Object.fromEntries<FieldState>(fields),
    people,
    offers: Object.fromEntries(
      offers.map(({ id, serviceId, serviceName }) => [id, { serviceId, serviceName }]),
    ),
    referrals,
    may: {
      progress: may('opportunity-plan.progress'),
      steer: may('opportunity-plan.steer'),
      change: may('opportunity-plan.change'),
      undo: last?.edits.every(({ field }) => may(actionToWrite(field))) ?? false,
    },
  };
}
export type PlanView = Awaited<ReturnType<typeof viewPlan>>;

/** A page of the history, the newest first. */
export async function viewHistory(
  { db }: Pick<Deps, 'db'>,
  { changes, redact }: Pick<Asked, 'changes' | 'redact'>,
  { before, limit }: { before: number; limit: number },
) {
  const earlier = changes.filter(({ number }) => number < before);
  const shown = earlier.slice(-limit);
  const items = shown.map(({ studentId: _, edits, ...change }) => {
    const was = foldChanges(changes.slice(0, change.number - 1));
    return {
      ...change,
      edits: edits
        .filter(({ field }) => !isHidden(field, redact))
        .map(({ field, kind, to }: RecordedEdit) => ({
          field,
          kind,
          from: was.get(field)?.value ?? null,
          to,
        })),
    };
  });
  return {
    items: items.reverse(),
    next: earlier.length > shown.length ? (shown[0]?.number ?? null) : null,
    people: await peopleOf(db, shown),
  };
}
export type PlanHistory = Awaited<ReturnType<typeof viewHistory>>;

/** By the number of their change, since one account may be another thing to the student later. */
async function peopleOf(db: Deps['db'], changes: readonly PlanChange[]): Promise<Record<number, PlanPerson>> {
  const actors = changes.map(({ by }) => ({ kind: 'account' as const, accountId: by, roles: [] }));
  const known = await readPeople(db, actors);
  return Object.fromEntries(
    changes.map(({ number, by, as }) => [number, { name: known.get(by)?.name ?? '', as }]),
  );
}

/** How somebody can be reached is for those who look after the student, and for the student and the family. */
function isHidden(field: string, redact: ReadonlySet<Redaction>): boolean {
  const found = readField(field);
  return found?.list === 'supporters' && found.part === 'contact' && redact.has('contacts');
}
