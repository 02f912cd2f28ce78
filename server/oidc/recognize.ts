import { randomBytes } from 'node:crypto';
import type { Account } from '../accounts/account.ts';
import { accountStore } from '../accounts/account-store.ts';
import { mayBeUsed } from '../accounts/may-be-used.ts';
import type { Deps } from '../deps.ts';
import type { Claims } from './claims.ts';
import { identityStore } from './identity-store.ts';
import { domainOf, onlyServiceFor } from './only-service.ts';
import type { SignInProvider } from './provider-config.ts';
import { SignInTrouble } from './sign-in-trouble.ts';

type RecognizeDeps = Pick<Deps, 'config' | 'db' | 'clock' | 'audit'>;

/**
 * Whose account this is: the one that is linked with this person of the service, or the first time the one with the
 * e-mail address that the service has made sure of.
 * @throws SignInTrouble
 */
export async function recognize(
  deps: RecognizeDeps,
  provider: SignInProvider,
  who: Claims,
): Promise<Account> {
  const linked = await identityStore(deps).find(provider, who.subject);
  const account = linked
    ? await accountStore(deps.db).find(linked.accountId)
    : await recognizeByEmail(deps, provider, who);
  if (!account || !mayBeUsed(account, deps.config.demo)) throw new SignInTrouble('closed');
  refuseOtherService(deps, provider, account.email);
  if (!linked) await linkTo(deps, provider, who, account);
  return account;
}

async function recognizeByEmail(
  deps: RecognizeDeps,
  provider: SignInProvider,
  { email, emailVerified, name }: Claims,
): Promise<Account> {
  if (email === undefined || !(emailVerified || provider.trustedDomains.includes(domainOf(email))))
    throw new SignInTrouble('email-unverified');
  refuseOtherService(deps, provider, email);
  const accounts = accountStore(deps.db);
  const known = await accounts.findByEmail(email);
  // What everybody may sign in to is nobody's own.
  if (known && !known.demo) return known;
  if (known || provider.create === 'none') throw new SignInTrouble('no-account');
  // An account without any grant opens nothing until an administrator gives it some.
  const password = randomBytes(32).toString('base64url');
  return accounts.create({ email, name: name ?? email, language: 'en', grants: [], password });
}

function refuseOtherService({ config }: Pick<Deps, 'config'>, { id }: SignInProvider, email: string): void {
  const only = onlyServiceFor(config, email);
  if (only && only.id !== id) throw new SignInTrouble('other-service');
}

async function linkTo(
  deps: RecognizeDeps,
  provider: SignInProvider,
  { subject }: Claims,
  account: Account,
): Promise<void> {
  await deps.audit.record({ action: 'session.begin', account, on: { kind: 'identity', id: provider.id } });
  const isLinked = await identityStore(deps).link(provider, subject, account.id);
  if (!isLinked) throw new SignInTrouble('linked-elsewhere');
}
