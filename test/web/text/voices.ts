import { en } from '../../../web/text/en.ts';
import { es } from '../../../web/text/es.ts';
import { createTranslate } from '../../../web/text/translate.ts';
import type { Voice } from '../../../web/text/use-voice.tsx';

export const english: Voice = { language: 'en', t: createTranslate<typeof en>('en', en) };
export const spanish: Voice = { language: 'es', t: createTranslate<typeof en>('es', es) };

/** Spaces that do not break are still spaces to a reader. */
export function spaced(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
}
