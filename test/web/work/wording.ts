import { createSayEligibility } from '../../../web/parts/eligibility/say-eligibility.ts';
import type { Wording } from '../../../web/parts/work/match-words.ts';
import { createSay } from '../../../web/parts/work/say.ts';
import { type EligibilityTexts, eligibilityEn } from '../../../web/text/eligibility-en.ts';
import { eligibilityEs } from '../../../web/text/eligibility-es.ts';
import { en } from '../../../web/text/en.ts';
import { es } from '../../../web/text/es.ts';
import type { MainTexts } from '../../../web/text/texts.ts';
import { createTranslate, type Language } from '../../../web/text/translate.ts';
import { type WorkTexts, workEn } from '../../../web/text/work-en.ts';
import { workEs } from '../../../web/text/work-es.ts';

import { eligibility as words } from '../../core/eligibility/eligibility-data.ts';

/** The words of these screens without a page around them. */
export function wording(language: Language): Wording {
  const voice = { language, t: createTranslate<MainTexts>(language, language === 'es' ? es : en) };
  const t = createTranslate<WorkTexts>(language, language === 'es' ? workEs : workEn);
  const texts = language === 'es' ? eligibilityEs : eligibilityEn;
  const said = createTranslate<EligibilityTexts>(language, texts);
  const eligibility = createSayEligibility(words, language, said);
  return { t, say: createSay(voice, t), term: (id) => id, eligibility };
}
