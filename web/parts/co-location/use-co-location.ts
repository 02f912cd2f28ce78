import { useMemo } from 'preact/hooks';
import { useSetting } from '../../state/config.tsx';
import type { Terms } from '../../state/taxonomy.ts';
import { type CoLocationTexts, coLocationEn } from '../../text/co-location-en.ts';
import { coLocationEs } from '../../text/co-location-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf, useVoice, type Voice } from '../../text/use-voice.tsx';

const texts = { en: coLocationEn, es: coLocationEs };

export interface CoLocationVoice {
  t: Translate<CoLocationTexts>;
  /** The texts that every screen has. */
  main: Voice;
  terms: Terms;
  term(id: string): string;
}

/** What the screens about sharing a roof speak with. */
export function useCoLocation(): CoLocationVoice {
  const main = useVoice();
  const { terms } = useSetting();
  const t = useTextOf(texts);
  return useMemo(() => ({ t, main, terms, term: (id) => terms.label(id, main.language) }), [t, main, terms]);
}
