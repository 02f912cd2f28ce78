import { z } from 'zod';
import { RatingGiven } from '../../core/assessments/rating.ts';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import type { Deps } from '../deps.ts';
import { created } from '../http/answer.ts';
import { AppError, signInNeeded } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { AssessmentPage } from './assessments-answers.ts';
import { refuseUnknown } from './changed-by-other.ts';
import { findPlace, placeResource } from './places.ts';
import { askedIn } from './question-store.ts';
import { newestNumber, saveRating } from './rating-store.ts';
import { showPlace } from './show-place.ts';

const Id = z.object({ id: z.string().max(100) });
/** `basedOn`: the number of the rating that was on the screen, 0 where there was none. */
const NewRating = RatingGiven.extend({ basedOn: z.int().min(0) });

/** Adds a rating behind those that are there. Who has not seen the newest one is told first. */
export function rateRoute(deps: Deps): Route {
  const { db, audit, clock } = deps;
  return route({
    method: 'post',
    path: '/assessments/:id/ratings',
    summary: 'Rate a question',
    action: 'assessments.rate',
    params: Id,
    body: NewRating,
    returns: created(AssessmentPage),
    handle: async ({ params, body: { basedOn, ...given }, account, access, res }) => {
      const place = await findPlace(db, params.id);
      await access.must(placeResource(place));
      if (!account) throw signInNeeded();
      const asked = (await askedIn(deps, [place.districtId]))(place.districtId, given.year);
      const question = asked.find(({ id }) => id === given.question);
      if (!question) throw refuseUnknown('question', 'this is not asked in that year');
      const of = { placeId: place.id, year: given.year, question: given.question };
      if ((await newestNumber(db, of)) !== basedOn) throw ratedByOther();
      const { level, evidence, figures } = given;
      await audit.record({
        action: 'assessments.rate',
        account,
        on: { kind: 'assessment', id: place.id },
        changes: fieldChanges({}, { [given.question]: { year: given.year, level, evidence, figures } }),
      });
      const isSaved = await saveRating(db, {
        ...given,
        placeId: place.id,
        number: basedOn + 1,
        group: question.group,
        asked: question.text,
        accountId: account.id,
        at: clock().toISOString(),
      });
      if (!isSaved) throw ratedByOther();
      res.status(201);
      return showPlace(deps, place, given.year, account);
    },
  });
}

function ratedByOther(): AppError {
  return new AppError(
    409,
    'rating-changed',
    'Somebody else has rated this question in the meantime. Look at theirs first; yours is still here.',
  );
}
