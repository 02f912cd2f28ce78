import { embedsEn } from '../../text/embeds-en.ts';
import { embedsEs } from '../../text/embeds-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: embedsEn, es: embedsEs };

export function useEmbedsWords() {
  return useTextOf(texts);
}
