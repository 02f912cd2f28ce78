import type { WaitingItem } from './waiting.ts';
import { waitsEn } from './waits-en.ts';
import { waitsEs } from './waits-es.ts';
import type { WaitsTexts } from './waits-texts.ts';

const WORDS: Record<'en' | 'es', WaitsTexts> = { en: waitsEn, es: waitsEs };

/** What waits, as a sentence: "3 referrals have had no answer in time". */
export function sayWaiting(
  language: 'en' | 'es',
  { kind, count }: Pick<WaitingItem, 'kind' | 'count'>,
): string {
  const { one, other } = WORDS[language][`waits.${kind}`];
  // Both languages have one form for exactly one and another for what people count here.
  return (count === 1 ? one : other).replace('{n}', String(count));
}
