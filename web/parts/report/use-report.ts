import { useMemo } from 'preact/hooks';
import { type ReportTexts, reportEn } from '../../text/report-en.ts';
import { reportEs } from '../../text/report-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';
import { type AccessVoice, useAccess } from '../work/use-access.ts';

const texts = { en: reportEn, es: reportEs };

export type SayReport = Translate<ReportTexts>;

/** What the report speaks with: its own texts as `r`, and what the gaps screen speaks with. */
export interface ReportVoice extends AccessVoice {
  r: SayReport;
}

export function useReport(): ReportVoice {
  const access = useAccess();
  const r = useTextOf(texts);
  return useMemo(() => ({ ...access, r }), [access, r]);
}
