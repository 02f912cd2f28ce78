import { type HomeTexts, homeEn } from '../../text/home-en.ts';
import { homeEs } from '../../text/home-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: homeEn, es: homeEs };

export type SayHome = Translate<HomeTexts>;

/** What the page after sign-in speaks with. */
export function useHomeWords(): SayHome {
  return useTextOf(texts);
}
