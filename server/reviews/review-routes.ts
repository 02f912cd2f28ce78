import { z } from 'zod';
import { decide } from '../../core/policy/decide.ts';
import type { Resource } from '../../core/policy/resource.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { MOST_NOTE } from '../../core/reviews/review.ts';
import { REVIEW_GROUPS } from '../../core/reviews/review-group.ts';
import { SCALE } from '../../core/reviews/review-questions.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { roleTowards } from '../opportunity-plans/role-towards.ts';
import { mustReadNamedStudent } from '../students/named-student-store.ts';
import { schoolsInScope } from '../students/schools-in-scope.ts';
import { districtDay } from '../surveys/district-day.ts';
import { listReviews, outlineReviews } from './due-reviews.ts';
import { ReviewList, ReviewsView } from './reviews-answers.ts';
import { followUp, saveReview, undoReview } from './save-review.ts';
import { tellOfFall } from './tell-of-fall.ts';
import { viewReviews } from './view-reviews.ts';

const Id = z.object({ id: z.string().max(100) });
const Month = Id.extend({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });
const List = z.strictObject({
  school: z.string().max(100).optional(),
  state: z.enum(REVIEW_GROUPS).default('open'),
});
const Saw = z.strictObject({ saw: z.int().min(0) });
const note = z.string().trim().max(MOST_NOTE);
const FollowUp = Saw.extend({ note: note.nullable() });

/** The monthly check on how students are. */
export function reviewRoutes(deps: Deps): Route[] {
  return [listRoute(deps), readRoute(deps), answerRoute(deps), undoRoute(deps), followRoute(deps)];
}

function listRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/reviews',
    summary: 'Who is to be asked this month how things go',
    action: 'reviews.list',
    query: List,
    returns: ReviewList,
    handle: async ({ query, account, access }) => {
      const schools = await schoolsInScope(deps.db, access, undefined);
      const wanted = query.school ? await schoolsInScope(deps.db, access, query.school) : schools;
      const found = await listReviews(deps, await outlineReviews(deps, account, wanted), query.state);
      await access.saw(found.items.map(({ id }) => id));
      return { ...found, schools: Object.fromEntries(schools.map(({ id, name }) => [id, name])) };
    },
  });
}

function readRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/students/:id/reviews',
    summary: "A student's monthly checks",
    action: 'reviews.read',
    params: Id,
    returns: ReviewsView,
    handle: async ({ params, account, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      await access.must(resource);
      return viewFor(deps, student, account!, resource);
    },
  });
}

function answerRoute(deps: Deps): Route {
  // Every question is answered, if only by saying that one would rather not.
  const answer = z.int().min(1).max(SCALE).nullable();
  const ids = deps.rules.reviewQuestions.questions.map(({ id }) => id);
  const answers = z.strictObject(Object.fromEntries(ids.map((id) => [id, answer])));
  return route({
    method: 'put',
    path: '/students/:id/reviews/:month',
    summary: "Save a month's check",
    action: 'reviews.answer',
    params: Month,
    body: Saw.extend({ answers, note: note.default('') }),
    returns: ReviewsView,
    handle: async ({ params, body, account, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      await access.must(resource);
      await mustBeThisMonth(deps, student, params.month);
      const writer = { by: account!.id, as: roleTowards(account!, resource) };
      const review = await saveReview(deps, writer, { studentId: student.id, month: params.month, ...body });
      await tellOfFall(deps, student, review);
      return viewFor(deps, student, account!, resource);
    },
  });
}

function undoRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/students/:id/reviews/:month/undo',
    summary: "Take one's last saving back",
    action: 'reviews.answer',
    params: Month,
    body: Saw,
    returns: ReviewsView,
    handle: async ({ params, body, account, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      await access.must(resource);
      await mustBeThisMonth(deps, student, params.month);
      const which = { studentId: student.id, month: params.month, ...body };
      await undoReview(deps, { by: account!.id }, which);
      return viewFor(deps, student, account!, resource);
    },
  });
}

function followRoute(deps: Deps): Route {
  return route({
    method: 'put',
    path: '/students/:id/reviews/:month/follow-up',
    summary: 'Say what was done about a check that was worse',
    action: 'reviews.follow',
    params: Month,
    body: FollowUp,
    returns: ReviewsView,
    handle: async ({ params, body, account, access }) => {
      const { student, resource } = await studentOf(deps, params.id);
      await access.must(resource);
      const which = { studentId: student.id, month: params.month, ...body };
      await followUp(deps, { by: account!.id }, which);
      return viewFor(deps, student, account!, resource);
    },
  });
}

async function studentOf(deps: Deps, id: string) {
  const student = await mustReadNamedStudent(deps, id);
  return { student, resource: studentResource(student, utcDay(deps.clock())) };
}

/** A change has no redactions of its own: what who has just written may read, a reading tells. */
function viewFor(deps: Deps, student: NamedStudent, account: Account, resource: Resource) {
  const reading = decide(account, 'reviews.read', resource);
  return viewReviews(deps, {
    student,
    asker: { by: account.id, as: roleTowards(account, resource) },
    redact: reading.allowed ? reading.redact : new Set(['answers'] as const),
    may: {
      answer: decide(account, 'reviews.answer', resource).allowed,
      follow: decide(account, 'reviews.follow', resource).allowed,
    },
  });
}

/** A page that was left open over the end of the month would answer for the wrong one. */
async function mustBeThisMonth(deps: Deps, { districtId }: NamedStudent, month: string): Promise<void> {
  if ((await districtDay(deps, districtId)).startsWith(month)) return;
  throw new AppError(
    409,
    'month-over',
    'That month is not this one. Load the page again to answer for today.',
  );
}
