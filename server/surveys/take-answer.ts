import { type AnswerSent, answerFaults, needsIn } from '../../core/surveys/answer.ts';
import { type SurveyState, surveyState } from '../../core/surveys/survey.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { dropAnswer, keepAnswer, readAnswer } from './answer-store.ts';
import { districtDay } from './district-day.ts';
import { sealPart } from './seal-answer.ts';
import type { SurveyAnswerRecord, SurveyRecord } from './survey-collections.ts';
import { readSurvey } from './survey-store.ts';

interface Taken {
  survey: SurveyRecord;
  schoolId: string;
  sent: AnswerSent;
  via: SurveyAnswerRecord['via'];
}

/**
 * Takes an answer once, however often it is sent. After the last day too, until the survey is counted: it may have
 * waited on a tablet or lain on paper.
 */
export async function takeAnswer(
  deps: Pick<Deps, 'db' | 'sealing' | 'clock'>,
  { survey, schoolId, sent, via }: Taken,
): Promise<void> {
  // Its first sending may have been taken while the word of it was lost; by now the survey may be over.
  if (await readAnswer(deps.db, sent.id)) return;
  const day = await districtDay(deps, survey.districtId);
  refuseWhenClosed(surveyState(survey, day));
  refuseFaults(survey, sent);
  const { id, choices, texts, by } = sent;
  // A name is of use only to put needs into a record, so without both it is not kept.
  const isNamed = by?.mayBecomeNeeds && needsIn(survey.questions, sent).length > 0;
  await keepAnswer(deps.db, {
    id,
    surveyId: survey.id,
    schoolId,
    via,
    day,
    choices,
    textIds: Object.keys(texts),
    ...(Object.keys(texts).length > 0 && { sealedTexts: sealPart(deps.sealing, id, 'sealedTexts', texts) }),
    ...(isNamed && { sealedBy: sealPart(deps.sealing, id, 'sealedBy', by) }),
  });
  // Counted while this was stored: whoever answered is told, rather than left out unseen.
  if (!(await readSurvey(deps.db, survey.id))?.countedAt) return;
  await dropAnswer(deps.db, id);
  throw closed();
}

function refuseWhenClosed(state: SurveyState): void {
  if (state === 'counted') throw closed();
  if (state === 'draft' || state === 'ready')
    throw new AppError(409, 'survey-not-open', 'This survey is not open yet. Nothing was sent.');
}

function refuseFaults({ questions, named }: SurveyRecord, sent: AnswerSent): void {
  const faults = answerFaults(questions, sent);
  if (sent.by && !named) faults.push({ path: 'by', message: 'this survey asks for no name' });
  if (faults.length > 0)
    throw new AppError(400, 'invalid-input', 'Some answers do not fit this survey.', faults);
}

function closed(): AppError {
  return new AppError(409, 'survey-closed', 'This survey is over, and its answers were counted.');
}
