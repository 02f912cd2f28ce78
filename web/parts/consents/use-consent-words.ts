import { useMemo } from 'preact/hooks';
import type { Recipient } from '../../../core/consents/consent.ts';
import type { RecordCategory } from '../../../core/consents/record-category.ts';
import type { ConsentWords } from '../../api/consents.ts';
import type { ConsentsTexts } from '../../text/consents-en.ts';
import { consentsEn } from '../../text/consents-en.ts';
import { consentsEs } from '../../text/consents-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';
import { useWork } from '../work/use-work.ts';

const texts = { en: consentsEn, es: consentsEs };

export type ConsentText = Translate<ConsentsTexts>;

export function useConsentText(): ConsentText {
  return useTextOf(texts);
}

/** Records, purposes and recipients as the reader's language calls them. */
export function useConsentWords(words: ConsentWords, organizations: Readonly<Record<string, string>> = {}) {
  const t = useConsentText();
  const { language } = useVoice();
  const { say, term } = useWork();
  return useMemo(
    () => ({
      t,
      record: (record: RecordCategory) => words.records[language][record],
      purpose: (purpose: string) => words.purposes[language][purpose] ?? purpose,
      recipient: (recipient: Recipient) =>
        recipient.kind === 'organization'
          ? (organizations[recipient.id] ?? recipient.id)
          : t('class', { terms: say.list(recipient.terms.map(term)) }),
      /** A day without a clock time is the same day everywhere. */
      day: (day: string) => say.date(day.length === 10 ? `${day}T12:00:00` : day),
    }),
    [t, words, organizations, language, say, term],
  );
}
export type ConsentSpeech = ReturnType<typeof useConsentWords>;

/** The short code by which a printed form is known again. */
export function formCode(textHash: string): string {
  return `${textHash.slice(0, 4)} ${textHash.slice(4, 8)}`.toUpperCase();
}
