import { type PlansTexts, plansEn } from '../../text/plans-en.ts';
import { plansEs } from '../../text/plans-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useWork, type Work } from '../work/use-work.ts';

const texts = { en: plansEn, es: plansEs };

export type SayPlans = Translate<PlansTexts>;

/** What the screens about plans speak with: their own texts as `t`, those of all work as `work.t`. */
export interface PlansVoice extends Pick<Work, 'say' | 'term'> {
  t: SayPlans;
  work: Work;
}

export function usePlans(): PlansVoice {
  const work = useWork();
  const t = useTextOf(texts);
  return { t, work, say: work.say, term: work.term };
}
