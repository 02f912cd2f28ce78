import type { AccountsTexts } from '../../text/accounts-en.ts';
import { accountsEn } from '../../text/accounts-en.ts';
import { accountsEs } from '../../text/accounts-es.ts';
import type { Translate } from '../../text/translate.ts';
import { useTextOf } from '../../text/use-voice.tsx';

const texts = { en: accountsEn, es: accountsEs };

export type SayAccounts = Translate<AccountsTexts>;

/** What the screens about accounts speak with. */
export function useAccountsWords(): SayAccounts {
  return useTextOf(texts);
}
