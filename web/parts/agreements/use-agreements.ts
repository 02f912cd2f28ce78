import { useMemo } from 'preact/hooks';
import type { DocumentKind } from '../../../core/agreements/agreement-rules.ts';
import { agreementsEn } from '../../text/agreements-en.ts';
import { agreementsEs } from '../../text/agreements-es.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { useWork } from '../work/use-work.ts';

const texts = { en: agreementsEn, es: agreementsEs };

/** What the pages about agreements speak with; `paper` names a kind of document. */
export function useAgreements(kinds: readonly DocumentKind[] = []) {
  const t = useTextOf(texts);
  const { say, language } = useWork();
  return useMemo(
    () => ({
      t,
      say,
      /** A day without a clock time is the same day everywhere. */
      day: (day: string) => say.date(day.length === 10 ? `${day}T12:00:00` : day),
      number: (value: number) => value.toLocaleString(say.locale),
      paper: (code: string) => kinds.find((kind) => kind.code === code)?.label[language] ?? code,
    }),
    [t, say, language, kinds],
  );
}
export type AgreementSpeech = ReturnType<typeof useAgreements>;
