import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { countAnswers } from '../../core/surveys/count-answers.ts';
import { CODE_BYTES, codeFrom } from '../../core/surveys/survey-code.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { readThreshold } from '../privacy/read-threshold.ts';
import { readCountedAnswers } from './answer-store.ts';
import { readAnswerTexts } from './read-answer-texts.ts';
import { changedByOther, mustEdit, viewOne } from './survey-access.ts';
import type { SurveyRecord } from './survey-collections.ts';
import { addLink, endSurvey, listLinks, openSurvey, readSurvey, writeResults } from './survey-store.ts';
import { AnswerTexts, SurveyView } from './surveys-answers.ts';

const Id = z.object({ id: z.uuid() });

/** Opens a survey, ends it, and tells what came of it. */
export function runRoutes(deps: Deps): Route[] {
  const { db, clock } = deps;
  return [
    route({
      method: 'post',
      path: '/surveys/:id/open',
      summary: 'Open a survey: makes a code for each school',
      action: 'surveys.edit',
      params: Id,
      body: z.strictObject({ version: z.int().min(1) }),
      returns: SurveyView,
      handle: async ({ params, body, access }) => {
        const survey = await mustEdit(deps, params.id, access);
        if (survey.questions.length === 0) throw noQuestions();
        await makeLinks(deps, survey);
        if (!(await openSurvey(db, params.id, body.version, clock().toISOString()))) throw changedByOther();
        return viewOne(deps, params.id, access);
      },
    }),
    route({
      method: 'post',
      path: '/surveys/:id/count',
      summary: 'End a survey for good and count it',
      action: 'surveys.edit',
      params: Id,
      returns: SurveyView,
      handle: async ({ params, access }) => {
        const survey = await mustEdit(deps, params.id, access);
        if (survey.openedAt === undefined) throw notFound();
        await endSurvey(db, params.id, clock().toISOString());
        await countOnce(deps, params.id);
        return viewOne(deps, params.id, access);
      },
    }),
    route({
      method: 'get',
      path: '/surveys/:id/texts',
      summary: 'What people wrote in their own words',
      action: 'surveys.texts',
      params: Id,
      returns: listOf(AnswerTexts),
      handle: async ({ params, access }) => {
        const survey = await readSurvey(db, params.id);
        if (!survey) throw notFound();
        const { districtId } = survey;
        const mayRead = access.opens((schoolIds: readonly string[]) => ({ districtId, schoolIds }));
        if (!survey.schoolIds.some((id) => mayRead([id]))) throw notFound();
        const items = await readAnswerTexts(deps, survey, mayRead);
        return { items, total: items.length };
      },
    }),
  ];
}

/** A code for each school that has none yet; one that another opening made at the same moment opens the same. */
async function makeLinks({ db }: Pick<Deps, 'db'>, { id, schoolIds }: SurveyRecord): Promise<void> {
  const known = new Set((await listLinks(db, [id])).map(({ schoolId }) => schoolId));
  for (const schoolId of schoolIds.filter((each) => !known.has(each)))
    await addLink(db, { id: codeFrom(randomBytes(CODE_BYTES)), surveyId: id, schoolId });
}

/** Asked again after a break, it counts the same answers again: no more are taken. */
async function countOnce({ db }: Pick<Deps, 'db'>, id: string): Promise<void> {
  const survey = await readSurvey(db, id);
  if (!survey || survey.results) return;
  const [answers, threshold] = await Promise.all([readCountedAnswers(db, id), readThreshold(db)]);
  await writeResults(db, id, countAnswers(survey.questions, answers, threshold));
}

function noQuestions(): AppError {
  return new AppError(409, 'no-questions', 'Put in one question at least, then open the survey.');
}
