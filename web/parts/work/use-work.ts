import { useMemo } from 'preact/hooks';
import { useSetting } from '../../state/config.tsx';
import type { Language } from '../../text/translate.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';
import { workEn } from '../../text/work-en.ts';
import { workEs } from '../../text/work-es.ts';
import { useSayEligibility } from '../eligibility/eligibility-provider.tsx';
import type { SayEligibility } from '../eligibility/say-eligibility.ts';
import { createSay, type Say, type SayText } from './say.ts';

const texts = { en: workEn, es: workEs };

/** What every screen here speaks with: its texts, facts in words, names of terms. */
export interface Work {
  t: SayText;
  say: Say;
  language: Language;
  term(id: string): string;
  /** Names of programs and attributes, on a page within an `EligibilityProvider`. */
  eligibility: SayEligibility;
}

export function useWork(): Work {
  const voice = useVoice();
  const { terms } = useSetting();
  const t = useTextOf(texts);
  const eligibility = useSayEligibility();
  return useMemo(
    () => ({
      t,
      say: createSay(voice, t),
      language: voice.language,
      term: (id) => terms.label(id, voice.language),
      eligibility,
    }),
    [t, voice, terms, eligibility],
  );
}
