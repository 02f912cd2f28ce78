import { type DistrictRulesTexts, districtRulesEn } from '../../text/district-rules-en.ts';
import { districtRulesEs } from '../../text/district-rules-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: districtRulesEn, es: districtRulesEs };

export type RulesText = Translate<DistrictRulesTexts>;

export function useRulesText(): RulesText {
  return useTextOf(texts);
}
