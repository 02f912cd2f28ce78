import type { Deps } from '../../../server/deps.ts';
import { type InvitationRecord, invitationCollection } from '../../../server/links/link-collection.ts';
import { type MailRecord, mailCollection } from '../../../server/mail/mail-collection.ts';
import { type IdentityRecord, identityCollection } from '../../../server/oidc/oidc-collections.ts';
import { model } from '../../../server/store/collection.ts';

const AT = '2026-01-01T12:00:00.000Z';

/** What an account has besides itself: an invitation, a mail about it, and a service that it is linked with. */
export async function waysIn({ db }: Deps, scope: string, accountId: string): Promise<void> {
  await model<InvitationRecord>(db, invitationCollection).create({
    _id: accountId,
    invitedBy: accountId,
    invitedAt: AT,
    expiresAt: AT,
  });
  await model<MailRecord>(db, mailCollection).create({
    _id: `mail-${scope}`,
    kind: 'invitation',
    accountId,
    status: 'sent',
    createdAt: AT,
    attempts: 1,
    nextTryAt: new Date(AT),
    claimedUntil: new Date(AT),
  });
  await model<IdentityRecord>(db, identityCollection).create({
    _id: `identity-${scope}`,
    issuer: 'https://id.example.org',
    subject: scope,
    provider: 'district',
    accountId,
    linkedAt: AT,
    usedAt: AT,
  });
}
