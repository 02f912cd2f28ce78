import type { Wording } from '../../../web/parts/work/match-words.ts';
import { createSay } from '../../../web/parts/work/say.ts';
import { createTranslate, type Language } from '../../../web/text/translate.ts';
import { type WorkTexts, workEn } from '../../../web/text/work-en.ts';
import { workEs } from '../../../web/text/work-es.ts';

/** The words of these screens without a page around them. */
export function wording(language: Language): Wording {
  const t = createTranslate<WorkTexts>(language, language === 'es' ? workEs : workEn);
  return { t, say: createSay(t, language), term: (id) => id };
}
