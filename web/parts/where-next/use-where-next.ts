import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { type WhereNextTexts, whereNextEn } from '../../text/where-next-en.ts';
import { whereNextEs } from '../../text/where-next-es.ts';
import { useWork, type Work } from '../work/use-work.ts';

const texts = { en: whereNextEn, es: whereNextEs };

/** What this screen speaks with: its own texts as `w`, those of all work as `t`. */
export interface WhereNextVoice extends Work {
  w: Translate<WhereNextTexts>;
}

export function useWhereNext(): WhereNextVoice {
  const work = useWork();
  const w = useTextOf(texts);
  return { ...work, w };
}
