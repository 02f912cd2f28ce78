import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { mailStore } from '../mail/mail-store.ts';
import { onlyServiceFor } from '../oidc/only-service.ts';
import { linkAddress } from './link-address.ts';
import type { LinkPurpose } from './link-purpose.ts';
import { linkStore } from './link-store.ts';

/** How a link gets to its person: by mail, or over the administrator, who sees it this once. */
export type Delivery =
  | { mailed: true }
  | { mailed: false; link: string; expiresAt: string }
  /** To the sign-in page: these people sign in with the service and have no password. */
  | { mailed: false; link: string; service: string };

/** Older links of this purpose open nothing from now on, also while the mail is still on its way. */
export async function deliverLink(deps: Deps, purpose: LinkPurpose, account: Account): Promise<Delivery> {
  const links = linkStore(deps);
  if (deps.config.mail !== null) {
    await links.revoke(account.id, purpose);
    await mailStore(deps).post(purpose, { accountId: account.id });
    return { mailed: true };
  }
  const service = onlyServiceFor(deps.config, account.email)?.label;
  if (service !== undefined)
    return { mailed: false, link: new URL('/sign-in', deps.config.publicUrl).href, service };
  const { token, expiresAt } = await links.issue(purpose, account);
  return {
    mailed: false,
    link: linkAddress(deps.config, purpose, token),
    expiresAt: expiresAt.toISOString(),
  };
}
