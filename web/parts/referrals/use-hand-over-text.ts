import { type HandOverTexts, handOverEn } from '../../text/hand-over-en.ts';
import { handOverEs } from '../../text/hand-over-es.ts';
import { createTranslate, type Language, type Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: handOverEn, es: handOverEs };

export function useHandOverText(): Translate<HandOverTexts> {
  return useTextOf(texts);
}

/** The letter speaks the partner's language, whatever its reader on the screen speaks. */
export function letterText(language: Language): Translate<HandOverTexts> {
  return createTranslate<HandOverTexts>(language, texts[language]);
}
