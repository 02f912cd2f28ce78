import type { RetainedKind } from '../../../core/retention/period.ts';
import { type RetentionTexts, retentionEn } from '../../text/retention-en.ts';
import { retentionEs } from '../../text/retention-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: retentionEn, es: retentionEs };

export type SayRetention = Translate<RetentionTexts>;

/** What the screens about forgetting and deleting speak with. */
export function useRetention(): SayRetention {
  return useTextOf(texts);
}

export function kindWords(kind: RetainedKind, t: SayRetention): string {
  return t(`kind.${kind}`);
}
