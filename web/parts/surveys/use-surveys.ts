import { useMemo } from 'preact/hooks';
import type { SurveyQuestion } from '../../../core/surveys/question.ts';
import { type SurveyLanguage, type Words, wordsIn } from '../../../core/surveys/words.ts';
import { useSetting } from '../../state/config.tsx';
import { type SurveyTexts, surveysEn } from '../../text/surveys-en.ts';
import { surveysEs } from '../../text/surveys-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf, useVoice, type Voice } from '../../text/use-voice.tsx';

const texts = { en: surveysEn, es: surveysEs };

export interface SurveyVoice {
  t: Translate<SurveyTexts>;
  main: Voice;
  /** A survey's own text, in the language of the page if it has it. */
  say(words: Words): string;
  /** What a box stands for. */
  choice(question: SurveyQuestion, choice: string): string;
  school(id: string): string;
  term(id: string): string;
}

/** What the screens about surveys speak with; a survey that is not written in the page's language speaks its own. */
export function useSurveys(language?: SurveyLanguage): SurveyVoice {
  const main = useVoice();
  const { terms, schools } = useSetting();
  const t = useTextOf(texts);
  const spoken = language ?? main.language;
  return useMemo(() => {
    const say = (words: Words) => wordsIn(words, spoken);
    const term = (id: string) => terms.label(id, spoken);
    return {
      t,
      main,
      say,
      term,
      choice: (question, choice) => {
        if (question.kind === 'needs') return term(choice);
        if (question.kind === 'yes-no') return t(choice === 'yes' ? 'yes' : 'no');
        if (!('options' in question)) return choice;
        const option = question.options.find(({ id }) => id === choice);
        return option ? say(option.text) : choice;
      },
      school: (id) => schools.find((school) => school.id === id)?.name ?? id,
    };
  }, [t, main, terms, schools, spoken]);
}
