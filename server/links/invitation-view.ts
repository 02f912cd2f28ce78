import type { Account } from '../accounts/account.ts';
import type { InvitationRecord } from './link-collection.ts';

/** An invitation as the administrator sees it. */
export function invitationView(
  { id, invitedAt, expiresAt, acceptedAt, withdrawnAt }: InvitationRecord,
  { name, email, language, grants }: Account,
  invitedBy: Pick<Account, 'name'> | undefined,
  now: Date,
) {
  const isExpired = Date.parse(expiresAt) <= now.getTime();
  const unanswered = isExpired ? 'expired' : 'open';
  const status = acceptedAt ? 'accepted' : withdrawnAt ? 'withdrawn' : unanswered;
  return { id, name, email, language, grants, invitedBy: invitedBy?.name, invitedAt, expiresAt, status };
}
