import { en } from './en.ts';
import type { Language, Translated } from './translate.ts';

export type MainTexts = typeof en;

const loaded: Partial<Record<Language, Translated<MainTexts>>> = { en };

/** Spanish comes when it is wanted; English is always there. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === 'es') loaded.es ??= (await import('./es.ts')).es;
}

export function textsOf(language: Language): Translated<MainTexts> {
  return loaded[language] ?? en;
}
