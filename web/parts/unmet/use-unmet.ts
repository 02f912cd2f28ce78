import { useMemo } from 'preact/hooks';
import type { UnmetEntry } from '../../../core/unmet/unmet-note.ts';
import { useSetting } from '../../state/config.tsx';
import { localeOf, type Translate } from '../../text/translate.ts';
import { type UnmetTexts, unmetEn } from '../../text/unmet-en.ts';
import { unmetEs } from '../../text/unmet-es.ts';
import { useTextOf, useVoice, type Voice } from '../../text/use-voice.tsx';

const texts = { en: unmetEn, es: unmetEs };

export interface UnmetVoice {
  t: Translate<UnmetTexts>;
  main: Voice;
  term(id: string): string;
  school(id: string): string;
  place(entry: UnmetEntry): string;
  /** "Sep 2026", "Sep 2026 – Nov 2026" */
  months(entry: UnmetEntry): string;
}

/** What the ledger of unmet needs speaks with. */
export function useUnmet(): UnmetVoice {
  const main = useVoice();
  const { terms, schools } = useSetting();
  const t = useTextOf(texts);
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(localeOf(main.language), {
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const month = (text: string) => format.format(new Date(`${text}-01T00:00:00Z`));
    const school = (id: string) => schools.find((each) => each.id === id)?.name ?? id;
    return {
      t,
      main,
      school,
      term: (id) => terms.label(id, main.language),
      place: ({ where, schoolId }) => (where === 'school' ? school(schoolId ?? '') : t(`where.${where}`)),
      months: ({ from, to }) => (from === to ? month(from) : `${month(from)} – ${month(to)}`),
    };
  }, [t, main, terms, schools]);
}
