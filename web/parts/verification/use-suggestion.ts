import { suggestionEn } from '../../text/suggestion-en.ts';
import { suggestionEs } from '../../text/suggestion-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: suggestionEn, es: suggestionEs };

export function useSuggestion() {
  return useTextOf(texts);
}
