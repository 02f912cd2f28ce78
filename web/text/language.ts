import { LANGUAGES, type Language } from './translate.ts';

const KEY = 'trellis-language';

/** The language chosen here before, else the first of the browser's that we speak, else English. */
export function firstLanguage(): Language {
  return asLanguage(rememberedLanguage()) ?? browserLanguage();
}

export function browserLanguage(): Language {
  const wished = navigator.languages.map((tag) => asLanguage(tag.slice(0, 2)));
  return wished.find((language) => language !== undefined) ?? 'en';
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // A browser that keeps nothing still shows the chosen language until the page is left.
  }
}

export function asLanguage(code: string | null | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}

function rememberedLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
