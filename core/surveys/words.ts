import { z } from 'zod';

/** Languages in which surveys can be asked. */
export const SURVEY_LANGUAGES = ['en', 'es'] as const;
export const SurveyLanguage = z.enum(SURVEY_LANGUAGES);
export type SurveyLanguage = z.infer<typeof SurveyLanguage>;

const said = z.string().trim().min(1).max(500);

/** One text in one or more languages. */
export const Words = z
  .strictObject({ en: said.optional(), es: said.optional() })
  .refine(({ en, es }) => en !== undefined || es !== undefined, 'give the text in one language at least');
export type Words = z.infer<typeof Words>;

/** The text in a language, or in the other one where it has none. */
export function wordsIn(words: Words, language: SurveyLanguage): string {
  return words[language] ?? words.en ?? words.es ?? '';
}
