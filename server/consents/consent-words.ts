import { FORM_LANGUAGES } from '../../core/consents/consent.ts';
import type { ConsentForm } from '../../core/consents/consent-form.ts';
import { newestForm } from './consent-texts.ts';

/** What records and purposes are called, by language: the words of the form, so that screens say the same. */
export function consentWords(forms: readonly ConsentForm[]) {
  const { languages } = newestForm(forms);
  const inEach = <T>(read: (texts: ConsentForm['languages']['en']) => T) =>
    Object.fromEntries(FORM_LANGUAGES.map((language) => [language, read(languages[language])])) as Record<
      (typeof FORM_LANGUAGES)[number],
      T
    >;
  return {
    records: inEach(({ records }) => records),
    purposes: inEach(({ purposes }) => purposes),
  };
}
