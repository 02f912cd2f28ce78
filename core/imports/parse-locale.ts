import type { LOCALES } from '../schools/school.ts';

type Locale = (typeof LOCALES)[number];

const BY_TEN: Readonly<Record<string, Locale>> = { '1': 'city', '2': 'suburb', '3': 'town', '4': 'rural' };

/** NCES locales: codes 11 to 43 ("21-Suburb: Large") by their tens, or the word alone. */
export function parseLocale(input: string): Locale | undefined {
  const text = input.trim().toLowerCase();
  const code = /^([1-4])[1-3](?:\.0)?(?:\D|$)/.exec(text);
  if (code) return BY_TEN[code[1]!];
  return (['city', 'suburb', 'town', 'rural'] as const).find((locale) => text.startsWith(locale));
}
