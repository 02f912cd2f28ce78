import { z } from 'zod';
import { foldChanges } from '../../core/opportunity-plan/fold-changes.ts';
import { actionToWrite } from '../../core/opportunity-plan/part-of-plan.ts';
import { PlanEdit } from '../../core/opportunity-plan/plan-field.ts';
import { recordEdits } from '../../core/opportunity-plan/record-edits.ts';
import { undoLast } from '../../core/opportunity-plan/undo-change.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Resource } from '../../core/policy/resource.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { AppError, forbidden, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { mustReadNamedStudent } from '../students/named-student-store.ts';
import { addStep } from './add-step.ts';
import {
  AddedStep,
  ChangedOpportunityPlan,
  OpportunityPlanHistory,
  OpportunityPlanPage,
} from './opportunity-plans-answers.ts';
import { readChanges } from './plan-change-store.ts';
import { mustBeOwnReferrals } from './referrals-of-plan.ts';
import { roleTowards } from './role-towards.ts';
import { viewHistory, viewPlan } from './view-plan.ts';
import { writePlan } from './write-plan.ts';

const Id = z.object({ id: z.string().max(100) });
const Edits = z.strictObject({ edits: z.array(PlanEdit).min(1).max(40, 'at most 40 at a time') });
const Undo = z.strictObject({ number: z.int().min(1) });
const NewStep = z.strictObject({ offerId: z.string().max(200) });
const History = z.strictObject({
  before: z.coerce.number().int().min(1).default(Number.MAX_SAFE_INTEGER),
});
const A_PAGE = 50;

/** The Personal Opportunity Plan of a student: read, written together, never overwritten. */
export function opportunityPlanRoutes(deps: Deps): Route[] {
  return [readRoute(deps), historyRoute(deps), writeRoute(deps), stepRoute(deps), undoRoute(deps)];
}

function readRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/students/:id/opportunity-plan',
    summary: "A student's plan",
    action: 'opportunity-plan.read',
    params: Id,
    returns: OpportunityPlanPage,
    handle: async ({ params, account, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      const redact = await access.must(resource);
      const changes = await readChanges(deps, student.id);
      return viewPlan(deps, { student, changes, redact, may: mayOf(account, resource) });
    },
  });
}

function historyRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/students/:id/opportunity-plan/history',
    summary: 'Who changed what in it',
    action: 'opportunity-plan.read',
    params: Id,
    query: History,
    returns: OpportunityPlanHistory,
    handle: async ({ params, query, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      const redact = await access.must(resource);
      const changes = await readChanges(deps, student.id);
      return viewHistory(deps, { changes, redact }, { before: query.before, limit: A_PAGE });
    },
  });
}

function writeRoute(deps: Deps): Route {
  return route({
    method: 'patch',
    path: '/students/:id/opportunity-plan',
    summary: 'Change fields of the plan',
    action: 'opportunity-plan.progress',
    params: Id,
    body: Edits,
    returns: ChangedOpportunityPlan,
    handle: async ({ params, body: { edits }, account, access }) => {
      const asked = await studentOf(deps, params.id);
      await mustWrite(access, asked.resource, account, edits);
      const { student, resource } = asked;
      await mustBeOwnReferrals(deps, student.id, edits);
      const { changes, edits: recorded } = await writePlan(
        deps,
        student.id,
        { by: account!.id, as: roleTowards(account!, resource) },
        (before) => ({ edits: recordEdits(foldChanges(before), edits) }),
      );
      return {
        ...(await viewPlan(deps, { student, changes, ...seenBy(account, resource) })),
        /** Fields that somebody else had changed: both texts are kept, and wait for a choice. */
        beside: recorded.filter(({ kind }) => kind === 'beside').map(({ field }) => field),
      };
    },
  });
}

function stepRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/students/:id/opportunity-plan/steps',
    summary: 'Make a match a step of the plan',
    action: 'opportunity-plan.change',
    params: Id,
    body: NewStep,
    returns: AddedStep,
    handle: async ({ params, body, account, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      await access.must(resource);
      const writer = { by: account!.id, as: roleTowards(account!, resource) };
      return { added: await addStep(deps, student.id, writer, body.offerId) };
    },
  });
}

function undoRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/students/:id/opportunity-plan/undo',
    summary: 'Take the last change back',
    action: 'opportunity-plan.progress',
    params: Id,
    body: Undo,
    returns: OpportunityPlanPage,
    handle: async ({ params, body: { number }, account, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      if (!access.may(resource)) throw notFound();
      const wanted = (await readChanges(deps, student.id)).find((change) => change.number === number);
      if (!wanted) throw notTheLast();
      await mustWrite(access, resource, account, wanted.edits);
      const { changes } = await writePlan(
        deps,
        student.id,
        { by: account!.id, as: roleTowards(account!, resource) },
        (before) => {
          if (before.at(-1)?.number !== number) throw notTheLast();
          return { edits: undoLast(before), undoes: number };
        },
      );
      return viewPlan(deps, { student, changes, ...seenBy(account, resource) });
    },
  });
}

async function studentOf(deps: Deps, id: string) {
  const student = await mustReadNamedStudent(deps, id);
  return { student, resource: studentResource(student, utcDay(deps.clock())) };
}

/** Whoever may see the plan but not write one of the fields is told so; the plan stays as it is. */
async function mustWrite(
  access: Access,
  resource: Resource,
  account: Account | null,
  edits: readonly { field: string }[],
): Promise<void> {
  if (!access.may(resource)) throw notFound();
  const may = mayOf(account, resource);
  if (!edits.every(({ field }) => may(actionToWrite(field)))) throw forbidden();
  await access.must(resource);
}

function mayOf(account: Account | null, resource: Resource) {
  return (action: Parameters<typeof decide>[1]) => decide(account, action, resource).allowed;
}

/** What who has just written may read: a change has no redactions of its own. */
function seenBy(account: Account | null, resource: Resource) {
  const reading = decide(account, 'opportunity-plan.read', resource);
  return { redact: reading.allowed ? reading.redact : new Set<never>(), may: mayOf(account, resource) };
}

function notTheLast(): AppError {
  return new AppError(
    409,
    'not-the-last',
    'Somebody has written in this plan since, so this was not undone. Look at the plan as it is now.',
  );
}
