import { useMemo } from 'preact/hooks';
import { type MatchingTexts, matchingEn } from '../../text/matching-en.ts';
import { matchingEs } from '../../text/matching-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useWork, type Work } from '../work/use-work.ts';

const texts = { en: matchingEn, es: matchingEs };

export type SayMatching = Translate<MatchingTexts>;

/** What explains matches speaks with: its own texts (`m`) beside those of all such screens. */
export interface MatchingVoice extends Work {
  m: SayMatching;
}

export function useMatching(): MatchingVoice {
  const work = useWork();
  const m = useTextOf(texts);
  return useMemo(() => ({ ...work, m }), [work, m]);
}
