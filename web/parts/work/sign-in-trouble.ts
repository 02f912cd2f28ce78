import { workEn } from '../../text/work-en.ts';
import type { SayText } from './say.ts';

/** The server's code in plain words; nothing for a code that this page does not know. */
export function troubleWords(
  code: string | undefined,
  service: string | undefined,
  t: SayText,
): string | undefined {
  const key = `signIn.trouble.${code}`;
  if (!isTrouble(key)) return undefined;
  return t(key, { service: service ?? t('signIn.theService') });
}

type TroubleKey = Extract<keyof typeof workEn, `signIn.trouble.${string}`>;

function isTrouble(key: string): key is TroubleKey {
  return key in workEn;
}
