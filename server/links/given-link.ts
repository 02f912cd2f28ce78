import type { Account } from '../accounts/account.ts';
import { accountStore } from '../accounts/account-store.ts';
import { mayBeUsed } from '../accounts/may-be-used.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { onlyServiceFor } from '../oidc/only-service.ts';
import type { LinkRecord } from './link-collection.ts';
import type { LinkPurpose } from './link-purpose.ts';
import { linkStore } from './link-store.ts';

/** "<purpose>.<token>", as it stands behind the "#" of a link's address (link-address.ts). */
const SHAPE = /^(invitation|reset)\.([A-Za-z0-9_-]{43})$/;

export interface GivenLink {
  link: LinkRecord;
  account: Account;
  /** Uses the link up. @throws AppError `link-gone` when somebody else was faster */
  use(): Promise<void>;
}

/** @throws AppError `link-gone`, alike for a link that was used, has expired, was replaced, or never was one */
export async function readGivenLink(deps: Deps, given: string): Promise<GivenLink> {
  const [, purpose, token] = SHAPE.exec(given) ?? [];
  if (purpose === undefined || token === undefined) throw linkGone();
  const links = linkStore(deps);
  const link = await links.look(purpose as LinkPurpose, token);
  const account = link && (await accountStore(deps.db).find(link.accountId));
  if (!link || !account || !links.fits(link, account) || !mayBeUsed(account, deps.config.demo))
    throw linkGone();
  if (onlyServiceFor(deps.config, account.email)) throw linkGone();
  const use = async () => {
    if ((await links.use(link.purpose, token)) === null) throw linkGone();
  };
  return { link, account, use };
}

function linkGone(): AppError {
  return new AppError(
    410,
    'link-gone',
    'This link does not work any more: it was used, is too old, or a newer one took its place. Please ask for a new one.',
  );
}
