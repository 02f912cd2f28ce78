import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { type WhatIfTexts, whatIfEn } from '../../text/what-if-en.ts';
import { whatIfEs } from '../../text/what-if-es.ts';
import { useWork, type Work } from '../work/use-work.ts';

const texts = { en: whatIfEn, es: whatIfEs };

export type SayWhatIf = Translate<WhatIfTexts>;

/** What this screen speaks with: its own texts as `t`, those of all work as `work.t`. */
export interface WhatIfVoice extends Pick<Work, 'say' | 'term'> {
  t: SayWhatIf;
  work: Work;
}

export function useWhatIfWords(): WhatIfVoice {
  const work = useWork();
  const t = useTextOf(texts);
  return { t, work, say: work.say, term: work.term };
}
