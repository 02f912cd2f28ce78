import { sayWaiting } from '../../core/home/say-waiting.ts';
import type { WaitingItem } from '../../core/home/waiting.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { waitingFor } from '../home/waiting-for.ts';
import type { Letter } from '../mail/letter.ts';
import { lettersIn } from '../mail/letters-in.ts';
import type { MailRecord } from '../mail/mail-collection.ts';
import { readDigest } from './digest-store.ts';
import { nextDigestOf } from './next-digest-of.ts';
import { stopToken } from './stop-token.ts';

/**
 * The mail that says what waits at this moment, and the address that stops such mails (RFC 8058); undefined where
 * nothing waits any more, where it was stopped meanwhile, and where it waited so long for the mail server that the next
 * one is due.
 */
export async function composeDigest(
  deps: Deps,
  account: Account,
  { createdAt }: Pick<MailRecord, 'createdAt'>,
): Promise<{ letter: Letter; stopUrl: string } | undefined> {
  const digest = await readDigest(deps.db, account.id);
  if (!digest) return undefined;
  const next = await nextDigestOf(deps, digest.turn, account, new Date(createdAt));
  if (next && next <= deps.clock()) return undefined;
  const { waiting } = await waitingFor(deps, account);
  if (waiting.length === 0) return undefined;
  const page = (path: string) => new URL(path, deps.config.publicUrl).href;
  const token = stopToken(deps, account.id);
  const letter = lettersIn(account.language).digest({
    name: account.name,
    items: waiting.map((item) => ({
      label: sayWaiting(account.language, item),
      url: page(pageInMail(item)),
    })),
    url: page('/home'),
    // Behind the "#", which browsers send to no server; what a mail program sends without a person has no such part.
    stopUrl: page(`/accounts/digest#${token}`),
  });
  return { letter, stopUrl: page(`/api/v1/digest-stops/${token}`) };
}

/** No mail names a student, not even by an id. */
function pageInMail({ address }: WaitingItem): string {
  return address.startsWith('/students/') ? '/home' : address;
}
