import { z } from 'zod';
import { outlineOf } from '../../core/assessments/framework.ts';
import { QuestionList, standardQuestions } from '../../core/assessments/question-list.ts';
import { fieldChanges } from '../../core/audit/field-changes.ts';
import { accountNames } from '../accounts/account-names.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound, signInNeeded } from '../http/app-error.ts';
import { type Route, route } from '../http/route.ts';
import { readDistrict } from '../settings/district-store.ts';
import { AssessmentQuestions } from './assessments-answers.ts';
import { refuseUnknown } from './changed-by-other.ts';
import { listQuestionVersions, saveQuestions } from './question-store.ts';

const DistrictId = z.string().min(1).max(100);
const NewQuestions = z.strictObject({
  districtId: DistrictId,
  questions: QuestionList,
  note: z.string().trim().max(300).optional(),
  /** The version that was changed, so that nobody overwrites what they have not seen; 0 where there is none. */
  basedOn: z.int().min(0),
});

/** What a district asks: as data/assessments says, or its own version. */
export function questionRoutes(deps: Deps): Route[] {
  return [readRoute(deps), saveRoute(deps)];
}

function readRoute(deps: Deps): Route {
  return route({
    method: 'get',
    path: '/assessment-questions',
    summary: "What a district's schools are asked",
    action: 'assessments.read',
    query: z.object({ district: DistrictId }),
    returns: AssessmentQuestions,
    handle: async ({ query, access }) => {
      await access.must({ districtId: query.district });
      return showQuestions(deps, query.district);
    },
  });
}

function saveRoute(deps: Deps): Route {
  const { db, audit, clock, rules } = deps;
  return route({
    method: 'put',
    path: '/assessment-questions',
    summary: 'Change what they are asked',
    action: 'assessments.lead',
    body: NewQuestions,
    returns: AssessmentQuestions,
    handle: async ({ body: { districtId, questions, note, basedOn }, account, access }) => {
      await access.must({ districtId });
      if (!account) throw signInNeeded();
      if (!(await readDistrict(db, districtId))) throw notFound();
      const groups = groupIds(rules.assessments);
      if (questions.some(({ group }) => !groups.includes(group)))
        throw refuseUnknown('questions', 'a question belongs to no group that there is');
      const [newest] = await listQuestionVersions(db, [districtId]);
      if ((newest?.number ?? 0) !== basedOn) throw savedByOther();
      const before = newest?.questions ?? standardQuestions(rules.assessments.frameworks);
      const on = { kind: 'district', id: districtId };
      const changes = fieldChanges(byId(before), byId(questions));
      await audit.record({ action: 'assessments.lead', account, on, changes });
      const isSaved = await saveQuestions(db, {
        districtId,
        number: basedOn + 1,
        questions,
        ...(note && { note }),
        accountId: account.id,
        savedAt: clock().toISOString(),
      });
      if (!isSaved) throw savedByOther();
      return showQuestions(deps, districtId);
    },
  });
}

/** `versions` newest first: the first one holds. Without any, data/assessments does (`standard`). */
async function showQuestions({ db, rules }: Deps, districtId: string) {
  const district = await readDistrict(db, districtId);
  if (!district) throw notFound();
  const versions = await listQuestionVersions(db, [districtId]);
  const names = await accountNames(
    db,
    versions.map(({ accountId }) => accountId),
  );
  const { frameworks } = rules.assessments;
  return {
    districtId,
    standard: standardQuestions(frameworks),
    frameworks: outlineOf(frameworks),
    versions: versions.map(({ id: _i, districtId: _d, accountId, ...version }) => ({
      ...version,
      by: names.get(accountId) ?? null,
    })),
  };
}

function groupIds({ frameworks }: Deps['rules']['assessments']): string[] {
  return frameworks.flatMap(({ groups }) => groups.map(({ id }) => id));
}

function byId(questions: readonly { id: string }[]): Record<string, object> {
  return Object.fromEntries(questions.map(({ id, ...question }) => [id, question]));
}

function savedByOther(): AppError {
  return new AppError(
    409,
    'questions-changed',
    'Somebody else has saved questions in the meantime. Look at theirs first; yours are still here.',
  );
}
