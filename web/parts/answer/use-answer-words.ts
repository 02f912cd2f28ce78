import { Problem } from '../../api/problem.ts';
import { type AnswerTexts, answerEn } from '../../text/answer-en.ts';
import { answerEs } from '../../text/answer-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: answerEn, es: answerEs };

export type SayAnswer = Translate<AnswerTexts>;

export function useAnswerWords(): SayAnswer {
  return useTextOf(texts);
}

/** Why an answer was not taken. */
export function refusalWords(error: unknown, t: SayAnswer): string {
  if (!(error instanceof Problem)) return t('wrong.other');
  if (error.code === 'full') return t('wrong.full');
  if (error.code === 'changed') return t('wrong.changed');
  if (error.code === 'offline') return t('wrong.offline');
  return error.status === 429 ? t('wrong.many') : t('wrong.other');
}
