import type { Deps } from '../deps.ts';

const PURPOSE = 'link that stops the digest';
const SHAPE = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/;

/**
 * What the link in a digest carries: the account, signed for this one purpose. It opens nothing, it only stops these
 * mails, so it works for as long as a mail may lie in a mailbox, and using it twice changes nothing.
 */
export function stopToken({ sealing }: Pick<Deps, 'sealing'>, accountId: string): string {
  return `${accountId}.${sealing.keyedHash(accountId, PURPOSE)}`;
}

/** The account whose mails a token stops; undefined for what we have not signed. */
export function accountOfStop({ sealing }: Pick<Deps, 'sealing'>, token: string): string | undefined {
  const [, accountId, hash] = SHAPE.exec(token) ?? [];
  if (accountId === undefined || hash === undefined) return undefined;
  return sealing.keyedHashes(accountId, PURPOSE).includes(hash) ? accountId : undefined;
}
