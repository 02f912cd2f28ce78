import type { AccessWording } from '../../../web/parts/work/access-words.ts';
import { type AccessTexts, accessEn } from '../../../web/text/access-en.ts';
import { accessEs } from '../../../web/text/access-es.ts';
import { createTranslate, type Language } from '../../../web/text/translate.ts';
import { wording } from './wording.ts';

/** The words about access without a page around them. */
export function accessWording(language: Language): AccessWording {
  const a = createTranslate<AccessTexts>(language, language === 'es' ? accessEs : accessEn);
  return { ...wording(language), a };
}
