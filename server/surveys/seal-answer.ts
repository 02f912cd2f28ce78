import { type AnsweredBy, AnsweredBy as ByShape } from '../../core/surveys/answer.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { type SurveyAnswerRecord, surveyAnswers } from './survey-collections.ts';

type SealedField = 'sealedTexts' | 'sealedBy';

export function sealPart(sealing: Sealing, id: string, field: SealedField, part: object): string {
  return sealing.seal(JSON.stringify(part), { collection: surveyAnswers.name, id, field });
}

/** The words of an answer by question. */
export function openTexts(sealing: Sealing, answer: SurveyAnswerRecord): Record<string, string> {
  return (openPart(sealing, answer, 'sealedTexts') ?? {}) as Record<string, string>;
}

export function openBy(sealing: Sealing, answer: SurveyAnswerRecord): AnsweredBy | undefined {
  const by = openPart(sealing, answer, 'sealedBy');
  return by === undefined ? undefined : ByShape.parse(by);
}

function openPart(sealing: Sealing, answer: SurveyAnswerRecord, field: SealedField): unknown {
  const sealed = answer[field];
  if (sealed === undefined) return undefined;
  return JSON.parse(sealing.open(sealed, { collection: surveyAnswers.name, id: answer.id, field }));
}
