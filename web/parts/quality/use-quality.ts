import type { QualityRule } from '../../../core/quality/quality-rule.ts';
import { qualityEn } from '../../text/quality-en.ts';
import { qualityEs } from '../../text/quality-es.ts';
import { localeOf } from '../../text/translate.ts';
import { useTextOf, useVoice } from '../../text/use-voice.tsx';

const texts = { en: qualityEn, es: qualityEs };

/** What the page of quality speaks with. */
export function useQuality() {
  const t = useTextOf(texts);
  const voice = useVoice();
  const percent = new Intl.NumberFormat(localeOf(voice.language), {
    style: 'percent',
    roundingMode: 'trunc',
  });
  return {
    t,
    voice,
    /** Cut, not rounded: 99.9 % is not all. */
    sayShare: (share: number) => percent.format(share),
    sayRule: ({ sentence }: QualityRule) => sentence[voice.language],
  };
}

export type QualityVoice = ReturnType<typeof useQuality>;
