import type { Account } from '../accounts/account.ts';
import { accountStore } from '../accounts/account-store.ts';
import { mayBeUsed } from '../accounts/may-be-used.ts';
import type { Deps } from '../deps.ts';
import { composeDigest } from '../digests/compose-digest.ts';
import { invitationStore } from '../links/invitation-store.ts';
import { linkAddress } from '../links/link-address.ts';
import type { LinkPurpose } from '../links/link-purpose.ts';
import { linkStore } from '../links/link-store.ts';
import { onlyServiceFor } from '../oidc/only-service.ts';
import { composeForPartner } from '../referral-links/compose-for-partner.ts';
import type { Letter, LetterFacts } from './letter.ts';
import { lettersIn } from './letters-in.ts';
import type { AccountMailKind, DigestMailKind, MailRecord } from './mail-collection.ts';
import { mailStore } from './mail-store.ts';
import type { Recipient } from './mail-transport.ts';

export interface OutgoingMail {
  /** Of a mail to somebody who has an account. */
  accountId?: string;
  to: Recipient;
  letter: Letter;
  /** A POST there ends mails of this kind. */
  stopUrl?: string;
}

/**
 * Makes the mail that is to leave now, with a new link where it needs one; undefined when there is nobody to send it to
 * (any more). A second try makes a new link, and the older one opens nothing then.
 */
export async function composeMail(deps: Deps, mail: MailRecord): Promise<OutgoingMail | undefined> {
  const { kind, referral } = mail;
  if (kind === 'referral' || kind === 'referral-reminder')
    return referral && composeForPartner(deps, kind, referral);
  return composeForAccount(deps, mail, kind);
}

async function composeForAccount(
  deps: Deps,
  mail: MailRecord,
  kind: AccountMailKind | DigestMailKind,
): Promise<OutgoingMail | undefined> {
  const account = await recipientOf(deps, mail);
  if (!account || !mayBeUsed(account, false) || !(await isStillMeant(deps, mail, account))) return undefined;
  const to = { name: account.name, address: account.email };
  if (kind === 'digest') {
    const digest = await composeDigest(deps, account, mail);
    return digest && { accountId: account.id, to, ...digest };
  }
  const letter = lettersIn(account.language)[kind](await factsFor(deps, kind, account));
  return { accountId: account.id, to, letter };
}

async function recipientOf(deps: Deps, mail: MailRecord): Promise<Account | null> {
  const accounts = accountStore(deps.db);
  const address = mailStore(deps).addressOf(mail);
  if (address !== undefined) return accounts.findByEmail(address);
  return mail.accountId === undefined ? null : accounts.find(mail.accountId);
}

/** An invitation that was withdrawn or taken up meanwhile is sent no more. */
async function isStillMeant(deps: Deps, { kind }: MailRecord, { id }: Account): Promise<boolean> {
  return kind !== 'invitation' || (await invitationStore(deps).findOpen(id)) !== null;
}

async function factsFor(deps: Deps, kind: AccountMailKind, account: Account): Promise<LetterFacts> {
  const { config } = deps;
  const service = onlyServiceFor(config, account.email)?.label;
  const page = (path: string) => new URL(path, config.publicUrl).href;
  if (kind !== 'invitation' && kind !== 'reset') return { name: account.name, url: page(PAGES[kind]) };
  if (service !== undefined) return { name: account.name, url: page('/sign-in'), service };
  return { name: account.name, url: await newLink(deps, kind, account) };
}

/** Where a mail leads that carries no link of its own. */
const PAGES: Record<Exclude<AccountMailKind, LinkPurpose>, string> = {
  'password-set': '/sign-in/forgot',
  'referral-answered': '/referrals',
  'referral-asked': '/referrals',
  'referral-unanswered': '/referrals?state=late',
  'referral-closed': '/referrals?state=closed',
  'review-falling': '/reviews?state=falling',
};

async function newLink(deps: Deps, purpose: LinkPurpose, account: Account): Promise<string> {
  const { token, expiresAt } = await linkStore(deps).issue(purpose, account);
  if (purpose === 'invitation') await invitationStore(deps).extend(account.id, expiresAt);
  return linkAddress(deps.config, purpose, token);
}
