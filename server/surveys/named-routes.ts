import { z } from 'zod';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { needsIn } from '../../core/surveys/answer.ts';
import type { Deps } from '../deps.ts';
import { nothing } from '../http/answer.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { type Access, type Route, route } from '../http/route.ts';
import { changeStudent, mustReadNamedStudent } from '../students/named-student-store.ts';
import { findNamed, forgetName, readAnswer } from './answer-store.ts';
import { openBy } from './seal-answer.ts';
import { readSurvey } from './survey-store.ts';
import { NamedAnswers } from './surveys-answers.ts';

const Id = z.object({ id: z.uuid() });

/** Answers with a name, until somebody has put what is needed into the student's record, or has left it. */
export function namedRoutes(deps: Deps): Route[] {
  return [
    route({
      method: 'get',
      path: '/surveys/:id/named',
      summary: 'Who asked by name that needs be written down',
      action: 'survey-names.read',
      params: Id,
      returns: NamedAnswers,
      handle: async ({ params, account, access }) => {
        const survey = await readSurvey(deps.db, params.id);
        if (!survey) throw notFound();
        const { districtId } = survey;
        const schoolIds = survey.schoolIds.filter((id) => access.may({ districtId, schoolIds: [id] }));
        if (schoolIds.length === 0) throw notFound();
        const found = await findNamed(deps.db, params.id, schoolIds);
        // Which student an answer is about is what is to be found out, so the log names none.
        await deps.audit.record({ action: 'survey-names.read', account });
        const items = found.flatMap((answer) => {
          const by = openBy(deps.sealing, answer);
          const { id, schoolId, day } = answer;
          return by ? [{ id, schoolId, day, by, needs: needsIn(survey.questions, answer) }] : [];
        });
        return { items, total: items.length };
      },
    }),
    route({
      method: 'post',
      path: '/survey-answers/:id/settle',
      summary: "Write these needs into a student's record",
      action: 'survey-names.settle',
      params: Id,
      body: z.strictObject({ studentId: z.string().max(100) }),
      returns: nothing,
      handle: async ({ params, body, access }) => {
        const { answer, survey } = await mustRead(deps, params.id);
        const { schoolId, day, sealedBy } = answer;
        const needed = sealedBy === undefined ? [] : needsIn(survey.questions, answer);
        await addNeeds(deps, access, { ...body, schoolId, needed, day });
        if (!(await forgetName(deps.db, params.id))) throw alreadySettled();
      },
    }),
    route({
      method: 'post',
      path: '/survey-answers/:id/leave',
      summary: 'Leave them, and forget who asked',
      action: 'survey-names.leave',
      params: Id,
      returns: nothing,
      handle: async ({ params, access }) => {
        const { answer, survey } = await mustRead(deps, params.id);
        await access.must({ districtId: survey.districtId, schoolIds: [answer.schoolId] });
        if (!(await forgetName(deps.db, params.id))) throw alreadySettled();
      },
    }),
  ];
}

async function mustRead({ db }: Deps, id: string) {
  const answer = await readAnswer(db, id);
  const survey = answer && (await readSurvey(db, answer.surveyId));
  if (!answer || !survey) throw notFound();
  return { answer, survey };
}

interface Wished {
  studentId: string;
  schoolId: string;
  needed: readonly string[];
  day: string;
}

/** Puts needs into the record of a student of the school; one that is there already stays as it is. */
async function addNeeds(
  deps: Deps,
  access: Access,
  { studentId, schoolId, needed, day }: Wished,
): Promise<void> {
  const student = await mustReadNamedStudent(deps, studentId);
  if (student.schoolId !== schoolId) throw notFound();
  const known = new Set(student.needs.map(({ term }) => term));
  const added = needed
    .filter((term) => !known.has(term))
    .map((term) => ({ term, urgency: 1 as const, source: 'survey', since: day }));
  const needs = [...student.needs, ...added];
  const changes = fieldChanges({ needs: student.needs }, { needs });
  await access.must(studentResource(student, utcDay(deps.clock())), { changes });
  if (!(await changeStudent(deps, studentId, { needs }, deps.clock()))) throw notFound();
}

function alreadySettled(): AppError {
  return new AppError(409, 'already-settled', 'Somebody else has dealt with this answer in the meantime.');
}
