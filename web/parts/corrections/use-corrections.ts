import { useMemo } from 'preact/hooks';
import type { Ages } from '../../../core/corrections/eligibility-fields.ts';
import type { CorrectorView, FieldView } from '../../../core/corrections/field-view.ts';
import type { CostOption } from '../../../core/directory/service.ts';
import type { Point } from '../../../core/geo/point.ts';
import { useSetting } from '../../state/config.tsx';
import { useNow } from '../../state/use-now.ts';
import { type CorrectionsTexts, correctionsEn } from '../../text/corrections-en.ts';
import { correctionsEs } from '../../text/corrections-es.ts';
import { sayAgo, sayDate } from '../../text/say-date.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';
import { draftOf } from './field-drafts.ts';

const texts = { en: correctionsEn, es: correctionsEs };

/** Names of fields and values, and what is wrong with them. */
type Name = Extract<keyof CorrectionsTexts, `${'field' | 'is' | 'wrong'}.${string}`>;

/** What the pages about corrections speak with. */
export function useCorrections() {
  const t = useTextOf(texts);
  const voice = useVoice();
  const { now } = useNow();
  const { terms } = useSetting();
  return useMemo(() => {
    const ago = (at: string) => sayAgo(voice, at, now) ?? '';
    const isName = (key: string): key is Name =>
      /^(field|is|wrong)\./.test(key) && Object.hasOwn(correctionsEn, key);
    const words = (key: string, otherwise: string) => (isName(key) ? t(key) : otherwise);
    const fieldName = (field: string) => words(`field.${field}`, field);
    const sayAges = ({ minimum, maximum }: Ages) => {
      if (minimum === null) return maximum === null ? '' : t('ages.to', { maximum });
      return maximum === null ? t('ages.from', { minimum }) : t('ages.between', { minimum, maximum });
    };
    const said = (field: string, value: unknown): string => {
      if (field === 'ages') return sayAges(value as Ages);
      if (field === 'point')
        return ((value as { point?: Point }).point?.coordinates ?? []).toReversed().join(', ');
      if (field === 'terms')
        return ((value ?? []) as string[]).map((id) => terms.label(id, voice.language)).join(', ');
      if (field === 'costOptions') return ((value ?? []) as CostOption[]).map(sayPrice).join(', ');
      const draft = Object.values(draftOf(field, value)).filter(Boolean).join(', ');
      return words(`is.${draft}`, draft);
    };
    return {
      t,
      ago,
      words,
      fieldName,
      /** A value in words. */
      say: (field: string, value: unknown) => said(field, value) || t('nothing'),
      corrector: (by: CorrectorView, at: string) => {
        if ('tool' in by) return t(`by.${by.tool}`, { ago: ago(at) });
        return by.name ? t('by.person', { name: by.name, ago: ago(at) }) : t('by.gone', { ago: ago(at) });
      },
      origin: (source: string, { since }: Pick<FieldView, 'since'>) =>
        since ? t('from.since', { source, date: sayDate(voice, since) }) : t('from', { source }),
    };
  }, [t, voice, now, terms]);
}

function sayPrice({ option, amount, currency = '', amountDescription }: CostOption): string {
  const price = amountDescription ?? (amount === undefined ? '' : `${amount} ${currency}`.trim());
  return [option, price].filter(Boolean).join(': ');
}
