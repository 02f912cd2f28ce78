import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { QuestionBank } from '../../core/surveys/question-bank.ts';
import { SurveyDraft } from '../../core/surveys/survey.ts';
import type { Deps } from '../deps.ts';
import { refuseUnknownTerms } from '../gaps/refuse-unknown-terms.ts';
import { created, nothing } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { listOf } from '../http/list-of.ts';
import { type Route, route } from '../http/route.ts';
import { listSchools } from '../schools/school-store.ts';
import { answerRoutes } from './answer-routes.ts';
import { namedRoutes } from './named-routes.ts';
import { runRoutes } from './run-routes.ts';
import { changedByOther, mustEdit, seenBy, viewOne } from './survey-access.ts';
import type { SurveyRecord } from './survey-collections.ts';
import { createSurvey, deleteDraft, listSurveys, writeDraft } from './survey-store.ts';
import { SurveyView } from './surveys-answers.ts';
import { viewSurveys } from './view-survey.ts';

const Id = z.object({ id: z.uuid() });
/** What was changed, so that nobody overwrites what they have not seen. */
const ChangedSurvey = z.object({ version: z.int().min(1), draft: SurveyDraft });

export function surveyRoutes(deps: Deps): Route[] {
  return [
    ...readingRoutes(deps),
    ...writingRoutes(deps),
    ...runRoutes(deps),
    ...answerRoutes(deps),
    ...namedRoutes(deps),
  ];
}

function readingRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/survey-bank',
      summary: 'Questions to pick from',
      action: 'survey-bank.read',
      returns: listOf(QuestionBank),
      handle: () => ({ items: deps.rules.surveyBank, total: deps.rules.surveyBank.length }),
    }),
    route({
      method: 'get',
      path: '/surveys',
      summary: "The surveys of one's schools",
      action: 'surveys.read',
      returns: listOf(SurveyView),
      handle: async ({ access }) => {
        const items = await viewSurveys(deps, await listSurveys(deps.db), seenBy(access));
        return { items, total: items.length };
      },
    }),
    route({
      method: 'get',
      path: '/surveys/:id',
      summary: 'A survey, with its results once it is counted',
      action: 'surveys.read',
      params: Id,
      returns: SurveyView,
      handle: ({ params, access }) => viewOne(deps, params.id, access),
    }),
  ];
}

function writingRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'post',
      path: '/surveys',
      summary: 'Begin a survey',
      action: 'surveys.edit',
      body: SurveyDraft,
      returns: created(SurveyView),
      handle: async ({ body, access, res }) => {
        const districtId = await districtOf(deps, body);
        await access.must({ districtId, schoolIds: body.schoolIds });
        const now = deps.clock().toISOString();
        const record: SurveyRecord = {
          id: randomUUID(),
          ...body,
          districtId,
          version: 1,
          createdAt: now,
          changedAt: now,
        };
        await createSurvey(deps.db, record);
        res.status(201).location(`/api/v1/surveys/${record.id}`);
        return (await viewSurveys(deps, [record], () => true))[0]!;
      },
    }),
    route({
      method: 'put',
      path: '/surveys/:id',
      summary: 'Change a survey before it is opened',
      action: 'surveys.edit',
      params: Id,
      body: ChangedSurvey,
      returns: SurveyView,
      handle: async ({ params, body: { version, draft }, access }) => {
        const { districtId } = await mustEdit(deps, params.id, access);
        if ((await districtOf(deps, draft)) !== districtId) throw otherDistrict();
        await access.must({ districtId, schoolIds: draft.schoolIds });
        if (!(await writeDraft(deps.db, params.id, version, draft, deps.clock().toISOString())))
          throw changedByOther();
        return viewOne(deps, params.id, access);
      },
    }),
    route({
      method: 'delete',
      path: '/surveys/:id',
      summary: 'Delete a survey that was never opened',
      action: 'surveys.edit',
      params: Id,
      returns: nothing,
      handle: async ({ params, access }) => {
        await mustEdit(deps, params.id, access);
        if (!(await deleteDraft(deps.db, params.id))) throw wasOpen();
      },
    }),
  ];
}

/** The one district of the schools that are asked. */
async function districtOf(deps: Deps, { schoolIds, questions }: SurveyDraft): Promise<string> {
  refuseUnknownTerms(
    deps,
    questions.flatMap((question) => (question.kind === 'needs' ? question.terms : [])),
  );
  const found = (await listSchools(deps.db)).filter(({ id }) => schoolIds.includes(id));
  const [first, ...others] = new Set(found.map(({ districtId }) => districtId));
  if (found.length < schoolIds.length || first === undefined) throw notFound();
  if (others.length > 0) throw otherDistrict();
  return first;
}

function otherDistrict(): AppError {
  const errors = [{ path: 'schoolIds', message: 'schools of one district only' }];
  return new AppError(400, 'invalid-input', 'A survey is for schools of one district.', errors);
}

function wasOpen(): AppError {
  return new AppError(409, 'survey-was-open', 'This survey was open already, so it stays. You can end it.');
}
