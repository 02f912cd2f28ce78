import { z } from 'zod';
import { RoleGrant } from '../../core/accounts/role.ts';
import { listOf } from '../http/list-of.ts';
import { LINK_PURPOSES } from './link-purpose.ts';

/** How a link gets to its person: by mail, or over the administrator, who sees it this once. */
export const Delivery = z.union([
  z.object({
    mailed: z.literal(true),
  }),
  z.object({
    mailed: z.literal(false),
    link: z.string(),
    expiresAt: z.iso.datetime(),
  }),
  z.object({
    mailed: z.literal(false),
    link: z.string(),
    service: z.string(),
  }),
]);

const Invitation = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.enum(['en', 'es']),
  grants: z.array(RoleGrant),
  invitedBy: z.string().optional(),
  invitedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  status: z.string(),
});

export const InvitationList = listOf(Invitation);

export const SentInvitation = z.union(Delivery.options.map((way) => Invitation.extend(way.shape)));

export const LinkSeen = z.object({
  purpose: z.enum(LINK_PURPOSES),
  name: z.string(),
  email: z.string(),
  language: z.enum(['en', 'es']),
  expiresAt: z.iso.datetime(),
});
