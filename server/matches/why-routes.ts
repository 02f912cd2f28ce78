import { z } from 'zod';
import { concealCircumstances } from '../../core/matching/conceal-circumstances.ts';
import { concealFacts, concealPair, withoutCircumstances } from '../../core/matching/conceal-pair.ts';
import { matcherOn } from '../../core/matching/create-matcher.ts';
import { explainPair } from '../../core/matching/explain-pair.ts';
import { withApprovals, withWeighting } from '../../core/matching/prepare-matching.ts';
import { Weighting, weightingOf } from '../../core/matching/weighting.ts';
import { whatWouldHelp } from '../../core/matching/what-would-help.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { approvalsOf } from '../agreements/approved.ts';
import type { Deps } from '../deps.ts';
import { readOffersById } from '../directory/directory-store.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { matchingRulesOf } from '../weights/matching-rules-of.ts';
import type { currentWorld } from './current-world.ts';
import { MatchPreview, WhatHelps, WhyNot } from './matches-answers.ts';
import { offersOf } from './offers-of.ts';
import { readStudents } from './scope-students.ts';

const Id = z.object({ id: z.string().max(100) });
const Term = z.string().min(1).max(100);
const OfferId = z.string().min(1).max(100);

/** Questions about one student's matches, answered as a run that begins now would; nothing is stored. */
export function whyRoutes(deps: Deps, readWorld: ReturnType<typeof currentWorld>): Route[] {
  const { clock } = deps;

  /** The student, if open, and the world with the district's weights. */
  async function prepare(id: string, access: Access) {
    const [student] = await readStudents(deps, [id]);
    if (!student) throw notFound();
    const today = utcDay(clock());
    const redact = await access.must(studentResource(student, today));
    const { schoolId, districtId } = student;
    const [world, rules, approvals] = await Promise.all([
      readWorld(today),
      matchingRulesOf(deps.db, deps.rules, districtId),
      approvalsOf(deps, [{ id: schoolId, districtId }], today),
    ]);
    const prepared = withApprovals(withWeighting(world, rules), approvals);
    return { student, prepared, weighting: weightingOf(rules), isConcealed: redact.has('circumstances') };
  }

  return [
    route({
      method: 'post',
      path: '/students/:id/why',
      summary: 'Why this place is a match, or is not',
      action: 'student.read',
      params: Id,
      body: z.strictObject({ term: Term, offerId: OfferId }),
      returns: WhyNot,
      handle: async ({ params, body, access }) => {
        const { student, prepared, weighting, isConcealed } = await prepare(params.id, access);
        const [offer] = await readOffersById(deps.db, [body.offerId]);
        if (!offer) throw refused('offerId', 'The directory has no such place.');
        const found = explainPair(prepared, student, body.term, offer.id);
        if (!found) throw noSuchWish();
        const pair = isConcealed ? concealPair(found) : found;
        const ids = [offer.id, ...(pair.compared ? [pair.compared.offerId] : [])];
        return { pair, weighting, offers: await offersOf(deps, student, ids, clock()) };
      },
    }),
    route({
      method: 'post',
      path: '/students/:id/what-would-help',
      summary: 'Which single changes would open something',
      action: 'student.read',
      params: Id,
      body: z.strictObject({ term: Term, offerId: OfferId.optional() }),
      returns: WhatHelps,
      handle: async ({ params, body, access }) => {
        const { student, prepared, isConcealed } = await prepare(params.id, access);
        const asked = isConcealed ? withoutCircumstances(student) : student;
        const found = whatWouldHelp(prepared, asked, body.term, body.offerId);
        if (!found) throw noSuchWish();
        const help = isConcealed ? concealFacts(found) : found;
        const ids = help.helps.flatMap(({ offerIds }) => offerIds);
        return { help, offers: await offersOf(deps, student, ids, clock()) };
      },
    }),
    route({
      method: 'post',
      path: '/students/:id/matches/preview',
      summary: 'The matches under other weights; nothing is stored',
      action: 'student.read',
      params: Id,
      body: Weighting,
      returns: MatchPreview,
      handle: async ({ params, body, access }) => {
        const { student, prepared, isConcealed } = await prepare(params.id, access);
        const { wishes: found } = matcherOn(withWeighting(prepared, body)).matchStudent(student);
        const wishes = isConcealed ? concealCircumstances(found) : found;
        const ids = wishes.flatMap(({ matches }) => matches.map(({ offerId }) => offerId));
        return { weighting: body, wishes, offers: await offersOf(deps, student, ids, clock()) };
      },
    }),
  ];
}

function noSuchWish(): AppError {
  return refused('term', 'The student has no such need or interest.');
}

function refused(path: string, message: string): AppError {
  return new AppError(400, 'invalid-input', message, [{ path, message }]);
}
