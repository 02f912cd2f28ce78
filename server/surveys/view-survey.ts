import { type SurveyResults, wholeTens } from '../../core/surveys/count-answers.ts';
import { type Survey, type SurveyState, surveyState } from '../../core/surveys/survey.ts';
import type { Deps } from '../deps.ts';
import { readThreshold } from '../privacy/read-threshold.ts';
import { countTaken } from './answer-store.ts';
import { districtDay } from './district-day.ts';
import type { SurveyRecord } from './survey-collections.ts';
import { listLinks } from './survey-store.ts';

/** A survey as it is shown: codes and counts of the schools that one may see. */
export interface SurveyView extends Survey {
  state: SurveyState;
  /** How many have answered, in whole tens, below; null: too few to say. */
  answersFrom: number | null;
  threshold: number;
  results?: SurveyResults;
}

/** `open` says which schools may be seen; a survey without any is left out. */
export async function viewSurveys(
  deps: Pick<Deps, 'db' | 'clock'>,
  records: readonly SurveyRecord[],
  open: (school: { districtId: string; schoolId: string }) => boolean,
): Promise<SurveyView[]> {
  const seen = records.flatMap((record) => {
    const schoolIds = record.schoolIds.filter((schoolId) =>
      open({ districtId: record.districtId, schoolId }),
    );
    return schoolIds.length > 0 ? [{ record, schoolIds }] : [];
  });
  const ids = seen.map(({ record }) => record.id);
  const [links, taken, threshold, today] = await Promise.all([
    listLinks(deps.db, ids),
    countTaken(deps.db, ids),
    readThreshold(deps.db),
    districtDay(deps, seen[0]?.record.districtId),
  ]);
  return seen.map(({ record, schoolIds }) => {
    const isSeen = (row: { surveyId: string; schoolId: string }) =>
      row.surveyId === record.id && schoolIds.includes(row.schoolId);
    const answers = taken.filter(isSeen).reduce((sum, row) => sum + row.answers, 0);
    return {
      ...record,
      links: links.filter(isSeen).map(({ id: code, schoolId }) => ({ schoolId, code })),
      state: surveyState(record, today),
      answersFrom: wholeTens(answers, threshold),
      threshold,
    };
  });
}
