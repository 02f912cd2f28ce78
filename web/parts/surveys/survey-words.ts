import type { SurveyView } from '../../api/surveys.ts';
import { sayDate } from '../../text/say-date.ts';
import type { SurveyVoice } from './use-surveys.ts';

type Words = Pick<SurveyVoice, 't' | 'main'>;

/** "open until October 2, 2026" */
export function stateWords({ state, opensOn, closesOn }: SurveyView, { t, main }: Words): string {
  if (state === 'ready') return t('state.ready', { date: sayDate(main, opensOn) });
  if (state === 'open') return t('state.open', { date: sayDate(main, closesOn) });
  return t(`state.${state}`);
}

/** In whole tens: nobody learns of the last one who answered. */
export function answersWords({ state, answersFrom, threshold }: SurveyView, { t }: Words): string {
  if (state === 'draft') return '–';
  return answersFrom === null ? t('answers.few', { n: threshold }) : t('answers.from', { n: answersFrom });
}
