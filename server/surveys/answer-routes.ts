import { ipKeyGenerator } from 'express-rate-limit';
import { z } from 'zod';
import { AnswerByCode, AnswerSent } from '../../core/surveys/answer.ts';
import { surveyState } from '../../core/surveys/survey.ts';
import { typedSurveyCode } from '../../core/surveys/survey-code.ts';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { sharedCounter } from '../http/shared-counter.ts';
import { readSchool } from '../schools/school-store.ts';
import { districtDay } from './district-day.ts';
import { readLink, readSurvey } from './survey-store.ts';
import { SurveyForm } from './surveys-answers.ts';
import { takeAnswer } from './take-answer.ts';

const HOUR = 3_600_000;
/** An evening at a school: several hundred families behind one address, each looking and sending. */
const ASKED_PER_ADDRESS = 3_000;

/** Whoever has a school's code sees the questions and answers them; nobody is known by it, and nothing else opens. */
export function answerRoutes(deps: Deps): Route[] {
  const { config, redis, log } = deps;
  const asked = sharedCounter({ redis, log, prefix: `${config.redis.prefix}:surveys:`, windowMs: HOUR });
  const opened = async (typed: string, from: string | undefined) => {
    if ((await asked.increment(ipKeyGenerator(from ?? ''))) > ASKED_PER_ADDRESS) throw tooMany();
    const link = await readLink(deps.db, typedSurveyCode(typed));
    const survey = link && (await readSurvey(deps.db, link.surveyId));
    if (!link || !survey) throw unknownCode();
    return { survey, schoolId: link.schoolId };
  };
  return [
    route({
      method: 'post',
      path: '/survey-forms/look',
      summary: 'The questions behind a code',
      action: 'survey.look',
      body: z.strictObject({ code: z.string().max(40) }),
      returns: SurveyForm,
      handle: async ({ body, req }) => {
        const { survey, schoolId } = await opened(body.code, req.ip);
        const { title, intro, audience, languages, named, opensOn, closesOn, questions } = survey;
        const [school, today] = await Promise.all([
          readSchool(deps.db, schoolId),
          districtDay(deps, survey.districtId),
        ]);
        const asked = { title, intro, audience, languages, named, opensOn, closesOn, questions };
        return { ...asked, school: school?.name ?? '', state: surveyState(survey, today) };
      },
    }),
    route({
      method: 'post',
      path: '/survey-answers',
      summary: 'Answer a survey',
      action: 'survey.answer',
      body: AnswerByCode,
      returns: nothing,
      handle: async ({ body: { code, ...sent }, req }) => {
        await takeAnswer(deps, { ...(await opened(code, req.ip)), sent, via: 'link' });
      },
    }),
    paperRoute(deps),
  ];
}

/** Types in what somebody wrote on paper. */
function paperRoute(deps: Deps): Route {
  return route({
    method: 'post',
    path: '/surveys/:id/answers',
    summary: 'Type in a sheet of paper',
    action: 'surveys.enter',
    params: z.object({ id: z.uuid() }),
    body: AnswerSent.extend({ schoolId: z.string().max(100) }),
    returns: nothing,
    handle: async ({ params, body: { schoolId, ...sent }, access }) => {
      const survey = await readSurvey(deps.db, params.id);
      if (!survey?.schoolIds.includes(schoolId)) throw notFound();
      await access.must({ districtId: survey.districtId, schoolIds: [schoolId] });
      await takeAnswer(deps, { survey, schoolId, sent, via: 'paper' });
    },
  });
}

function unknownCode(): AppError {
  return new AppError(
    404,
    'no-survey',
    'We know no survey with this code. Look at the paper or the message again.',
  );
}

function tooMany(): AppError {
  return new AppError(429, 'too-many-attempts', 'That were too many attempts. Please wait and try again.');
}
