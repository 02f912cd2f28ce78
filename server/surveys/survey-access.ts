import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import type { Access } from '../http/route.ts';
import type { SurveyRecord } from './survey-collections.ts';
import { readSurvey } from './survey-store.ts';
import { viewSurveys } from './view-survey.ts';

export async function viewOne(deps: Deps, id: string, access: Access) {
  const record = await readSurvey(deps.db, id);
  const [view] = await viewSurveys(deps, record ? [record] : [], seenBy(access));
  if (!view) throw notFound();
  return view;
}

/** Who leads a survey leads all its schools. */
export async function mustEdit(deps: Pick<Deps, 'db'>, id: string, access: Access): Promise<SurveyRecord> {
  const record = await readSurvey(deps.db, id);
  if (!record) throw notFound();
  await access.must({ districtId: record.districtId, schoolIds: record.schoolIds });
  return record;
}

/** The schools whose part of a survey is open to whoever asks. */
export function seenBy(access: Access) {
  return access.opens(({ districtId, schoolId }: { districtId: string; schoolId: string }) => ({
    districtId,
    schoolIds: [schoolId],
  }));
}

export function changedByOther(): AppError {
  return new AppError(
    409,
    'survey-changed',
    'Somebody else has changed or opened this survey in the meantime. Look at theirs first; yours is still here.',
  );
}
