import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { EligibilityWords } from '../../../core/eligibility/eligibility-words.ts';
import { loadEligibilityWords } from '../../api/eligibility.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { eligibilityEn } from '../../text/eligibility-en.ts';
import { eligibilityEs } from '../../text/eligibility-es.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';
import { createSayEligibility, NO_WORDS, type SayEligibility } from './say-eligibility.ts';

const WordsContext = createContext<EligibilityWords>(NO_WORDS);
const texts = { en: eligibilityEn, es: eligibilityEs };

/** The names of programs and attributes for a page that tells of them, loaded once. Until they come ids stand for them. */
export function EligibilityProvider({ children }: { children: ComponentChildren }) {
  const words = useLoaded('eligibility words', loadEligibilityWords);
  return <WordsContext.Provider value={words.data ?? NO_WORDS}>{children}</WordsContext.Provider>;
}

export function useEligibilityWords(): EligibilityWords {
  return useContext(WordsContext);
}

export function useSayEligibility(): SayEligibility {
  const { language } = useVoice();
  const t = useTextOf(texts);
  const words = useEligibilityWords();
  return useMemo(() => createSayEligibility(words, language, t), [words, language, t]);
}
