import { useMemo } from 'preact/hooks';
import { type AccessTexts, accessEn } from '../../text/access-en.ts';
import { accessEs } from '../../text/access-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useWork, type Work } from './use-work.ts';

const texts = { en: accessEn, es: accessEs };

export type SayAccess = Translate<AccessTexts>;

/** What the screens about access speak with: their own texts as `a`, and what all screens here speak with. */
export interface AccessVoice extends Work {
  a: SayAccess;
}

export function useAccess(): AccessVoice {
  const work = useWork();
  const a = useTextOf(texts);
  return useMemo(() => ({ ...work, a }), [work, a]);
}
