import { z } from 'zod';
import { studentResource } from '../../core/policy/student-resource.ts';
import { ReferralState } from '../../core/referrals/referral-state.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { created } from '../http/answer.ts';
import { notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { roleTowards } from '../opportunity-plans/role-towards.ts';
import { tieReferral } from '../opportunity-plans/tie-referral.ts';
import { readOpenRows } from '../plans/open-rows.ts';
import { mustReadPlan } from '../plans/plan-store.ts';
import { mustReadNamedStudent } from '../students/named-student-store.ts';
import { announceTurn } from './announce-turn.ts';
import { listForSchool, ReferralList } from './list-referrals.ts';
import { makeReferral, type ReadWorld, ReferralRequest } from './make-referral.ts';
import { referPlan } from './refer-plan.ts';
import { listReferrals, readReferral } from './referral-store.ts';
import { PlanReferred, ReferralPage, ReferralView, StudentReferrals } from './referrals-answers.ts';
import { turnReferral } from './turn-referral.ts';
import { viewReferrals } from './view-referrals.ts';

const Id = z.object({ id: z.string().max(100) });

/** What a change says; the state that the asker saw, so that nothing is changed that has changed since. */
export const TurnBody = z.strictObject({
  from: ReferralState,
  to: ReferralState,
  reason: z.string().max(100).optional(),
  outcome: z.string().max(100).optional(),
  note: z.string().trim().min(1).max(1000, 'at most 1,000 characters').optional(),
});

/** Referrals on the school's side; the family reads its own. */
export function referralRoutes(deps: Deps, readWorld: ReadWorld): Route[] {
  return [
    ofStudentRoute(deps),
    makeRoute(deps, readWorld),
    listRoute(deps),
    turnRoute(deps),
    planRoute(deps),
  ];
}

function ofStudentRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/students/:id/referrals',
    summary: 'The referrals of a student',
    action: 'referrals.read',
    params: Id,
    returns: StudentReferrals,
    handle: async ({ params, access }) => {
      const student = await mustReadNamedStudent(deps, params.id);
      const day = utcDay(deps.clock());
      await access.must(studentResource(student, day));
      const found = await listReferrals(deps.db, { studentIds: [student.id] });
      return { items: await viewReferrals(deps, found, day), words: deps.rules.referrals };
    },
  });
}

function makeRoute(deps: Deps, readWorld: ReadWorld): Route {
  return route({
    method: 'post',
    path: '/students/:id/referrals',
    summary: 'Refer a student',
    action: 'referrals.make',
    params: Id,
    body: ReferralRequest,
    returns: created(ReferralView),
    handle: async ({ params, body, account, access, res }) => {
      const now = deps.clock();
      const student = await mustReadNamedStudent(deps, params.id);
      const resource = studentResource(student, utcDay(now));
      await access.must(resource, { on: { kind: 'offer', id: body.offerId } });
      const made = await makeReferral(deps, readWorld, student, body, { accountId: account!.id, now });
      if (made.state === 'requested') await announceTurn(deps, { referral: made, before: 'draft' });
      await tieReferral(deps, made, { by: account!.id, as: roleTowards(account!, resource) });
      res.status(201);
      return (await viewReferrals(deps, [made], utcDay(now)))[0]!;
    },
  });
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/referrals',
    summary: "The referrals of one's schools, a page of them",
    action: 'referrals.list',
    query: ReferralList,
    returns: ReferralPage,
    handle: async ({ query, access }) => ({
      ...(await listForSchool(deps, access, query)),
      words: deps.rules.referrals,
    }),
  });
}

function turnRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/referrals/:id/turn',
    summary: 'Bring a referral a step on',
    action: 'referrals.turn',
    params: Id,
    body: TurnBody,
    returns: ReferralView,
    handle: async ({ params, body, account, access }) => {
      const found = await readReferral(deps.db, params.id);
      if (!found) throw notFound();
      const { id, studentId, schoolId, districtId } = found;
      await access.must(
        { districtId, schoolIds: [schoolId], studentIds: [studentId] },
        { on: { kind: 'referral', id }, changes: [{ field: 'state', from: body.from, to: body.to }] },
      );
      const by = { party: 'school', id: account!.id } as const;
      const { referral } = await turnReferral(deps, id, { ...body, by });
      return (await viewReferrals(deps, [referral], utcDay(deps.clock())))[0]!;
    },
  });
}

function planRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/placement-plans/:id/referrals',
    summary: 'Refer all accepted rows of a plan',
    action: 'referrals.make',
    params: z.object({ id: z.uuid() }),
    returns: PlanReferred,
    handle: async ({ params, account, access }) => {
      const now = deps.clock();
      const open = await readOpenRows(deps.db, await mustReadPlan(deps.db, params.id), access);
      await access.saw([...new Set(open.rows.map(({ student }) => student.id))], {
        on: { kind: 'plan', id: params.id },
      });
      const result = await referPlan(deps, open, { accountId: account!.id, now });
      // Their letters are written by the workers within minutes (server/referral-reminders).
      return result;
    },
  });
}
