import type { Wording } from '../../../web/parts/work/match-words.ts';
import { createSay } from '../../../web/parts/work/say.ts';
import { en } from '../../../web/text/en.ts';
import { es } from '../../../web/text/es.ts';
import type { MainTexts } from '../../../web/text/texts.ts';
import { createTranslate, type Language } from '../../../web/text/translate.ts';
import { type WorkTexts, workEn } from '../../../web/text/work-en.ts';
import { workEs } from '../../../web/text/work-es.ts';

/** The words of these screens without a page around them. */
export function wording(language: Language): Wording {
  const voice = { language, t: createTranslate<MainTexts>(language, language === 'es' ? es : en) };
  const t = createTranslate<WorkTexts>(language, language === 'es' ? workEs : workEn);
  return { t, say: createSay(voice, t), term: (id) => id };
}
