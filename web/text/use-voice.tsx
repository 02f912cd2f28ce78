import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { firstLanguage, rememberLanguage } from './language.ts';
import { loadTexts, type MainTexts, textsOf } from './texts.ts';
import { createTranslate, type Language, type Texts, type Translate, type Translated } from './translate.ts';

/** How the interface speaks to this person: the language, and `t` for its texts. */
export interface Voice {
  language: Language;
  t: Translate<MainTexts>;
}

interface SpokenVoice extends Voice {
  speak(language: Language): Promise<void>;
}

const VoiceContext = createContext<SpokenVoice | null>(null);

interface VoiceProviderProps {
  children: ComponentChildren;
  start?: () => Language;
  remember?: (language: Language) => void;
}

export function VoiceProvider({
  children,
  start = firstLanguage,
  remember = rememberLanguage,
}: VoiceProviderProps) {
  const [language, setLanguage] = useState(start);
  const speak = useCallback(async (next: Language) => {
    await loadTexts(next);
    remember(next);
    setLanguage(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const voice = useMemo(
    () => ({ language, t: createTranslate<MainTexts>(language, textsOf(language)), speak }),
    [language, speak],
  );
  return <VoiceContext.Provider value={voice}>{children}</VoiceContext.Provider>;
}

export function useVoice(): SpokenVoice {
  const voice = useContext(VoiceContext);
  if (!voice) throw new Error('useVoice outside VoiceProvider');
  return voice;
}

export function useText(): Translate<MainTexts> {
  return useVoice().t;
}

/** `t` for texts that a part of the interface brings itself: `useTextOf(workTexts)` with `{ en: …, es: … }`. */
export function useTextOf<T extends Texts>(texts: { en: T; es: Translated<T> }): Translate<T> {
  const { language } = useVoice();
  return useMemo(() => createTranslate<T>(language, texts[language]), [language, texts]);
}
