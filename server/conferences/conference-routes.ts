import { z } from 'zod';
import { ConferenceEdit } from '../../core/conferences/conference.ts';
import { decide } from '../../core/policy/decide.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { created, nothing } from '../http/answer.ts';
import { AppError } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { roleTowards } from '../opportunity-plans/role-towards.ts';
import { mustReadNamedStudent } from '../students/named-student-store.ts';
import { districtDay } from '../surveys/district-day.ts';
import { AgreedStep, agreeOnStep } from './agree-on-step.ts';
import { beginConference } from './begin-conference.ts';
import { applyEdit, moveConference } from './change-conference.ts';
import { listConferences, mustReadConference, removeUnwritten } from './conference-store.ts';
import { BegunConference, ConferenceList, ConferenceView } from './conferences-answers.ts';
import { viewConference } from './view-conference.ts';

const Id = z.object({ id: z.string().max(100) });
const Day = z.strictObject({ day: z.iso.date() });

/** Meetings of the people who are on a student's side. */
export function conferenceRoutes(deps: Deps): Route[] {
  return [
    listRoute(deps),
    beginRoute(deps),
    readRoute(deps),
    editRoute(deps),
    dayRoute(deps),
    stepRoute(deps),
    removeRoute(deps),
  ];
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/students/:id/conferences',
    summary: 'The meetings about a student',
    action: 'conferences.read',
    params: Id,
    returns: ConferenceList,
    handle: async ({ params, account, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      await access.must(resource);
      const found = await listConferences(deps.db, student.id);
      return {
        items: found.map(({ id, day }) => ({ id, day })),
        today: await districtDay(deps, student.districtId),
        may: { hold: decide(account, 'conferences.hold', resource).allowed },
      };
    },
  });
}

function beginRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/students/:id/conferences',
    summary: 'Plan a meeting, with an agenda made for it',
    action: 'conferences.hold',
    params: Id,
    body: Day,
    returns: created(BegunConference),
    handle: async ({ params, body: { day }, account, access, res }) => {
      const { student, resource } = await studentOf(deps, params.id);
      await access.must(resource);
      const today = await districtDay(deps, student.districtId);
      const asked = { studentId: student.id, day, today, by: account!.id };
      res.status(201);
      return { id: (await beginConference(deps, asked)).id };
    },
  });
}

function readRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/conferences/:id',
    summary: 'A meeting: agenda, decisions, people, next steps',
    action: 'conferences.read',
    params: Id,
    returns: ConferenceView,
    handle: async ({ params, account, access }) => {
      const { conference } = await openOne(deps, params.id, access);
      return viewFor(deps, conference, account!);
    },
  });
}

function editRoute(deps: Deps): Route {
  return route({
    method: 'patch',
    path: '/conferences/:id',
    summary: 'Change one item of a meeting',
    action: 'conferences.hold',
    params: Id,
    body: ConferenceEdit,
    returns: ConferenceView,
    handle: async ({ params, body, account, access }) => {
      await openOne(deps, params.id, access);
      return viewFor(deps, await applyEdit(deps, params.id, account!.id, body), account!);
    },
  });
}

function dayRoute(deps: Deps): Route {
  return route({
    method: 'put',
    path: '/conferences/:id/day',
    summary: 'Move a meeting to another day',
    action: 'conferences.hold',
    params: Id,
    body: Day,
    returns: ConferenceView,
    handle: async ({ params, body: { day }, account, access }) => {
      await openOne(deps, params.id, access);
      return viewFor(deps, await moveConference(deps, params.id, account!.id, day), account!);
    },
  });
}

/** Whoever may hold a meeting may add steps: both are the school's to promise (core/policy/actions.ts). */
function stepRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/conferences/:id/steps',
    summary: "Write a next step into the student's plan",
    action: 'conferences.hold',
    params: Id,
    body: AgreedStep,
    returns: ConferenceView,
    handle: async ({ params, body, account, access }) => {
      const { conference, resource } = await openOne(deps, params.id, access);
      const writer = { by: account!.id, as: roleTowards(account!, resource) };
      return viewFor(deps, await agreeOnStep(deps, conference, writer, body), account!);
    },
  });
}

function removeRoute(deps: Deps): Route {
  return route({
    method: 'delete',
    path: '/conferences/:id',
    summary: 'Delete a meeting in which nobody has written',
    action: 'conferences.hold',
    params: Id,
    returns: nothing,
    handle: async ({ params, access }) => {
      await openOne(deps, params.id, access);
      if (await removeUnwritten(deps.db, params.id)) return;
      throw new AppError(409, 'written', 'Somebody has written in this meeting, so it stays.');
    },
  });
}

async function studentOf(deps: Deps, id: string) {
  const student = await mustReadNamedStudent(deps, id);
  return { student, resource: studentResource(student, utcDay(deps.clock())) };
}

/** The meeting, if its student is open to the asker. */
async function openOne(deps: Deps, id: string, access: Access) {
  const conference = await mustReadConference(deps, id);
  const { resource } = await studentOf(deps, conference.studentId);
  await access.must(resource);
  return { conference, resource };
}

async function viewFor(deps: Deps, conference: Parameters<typeof viewConference>[2], account: Account) {
  const { student, resource } = await studentOf(deps, conference.studentId);
  return viewConference(deps, student, conference, {
    hold: decide(account, 'conferences.hold', resource).allowed,
  });
}
