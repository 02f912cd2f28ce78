import { z } from 'zod';
import { RoleGrant } from '../../core/accounts/role.ts';
import { SessionView } from '../../core/accounts/session-view.ts';

/** What a browser says of itself, as far as it helps people to know their own sessions; nothing more is kept. */
export const Device = z.object({
  browser: z.string().optional(),
  system: z.string().optional(),
});

/** A session as its owner sees it. */
export const OpenSession = z.object({
  /** Names the session without opening it: a hash of its id. */
  id: z.string(),
  device: Device,
  method: z.enum(['link', 'password', 'oidc']),
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
});

export const OwnAccount = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  language: z.enum(['en', 'es']),
  grants: z.array(RoleGrant),
  demo: z.boolean(),
  secondFactor: z
    .object({
      since: z.string(),
      recoveryCodesLeft: z.int(),
    })
    .nullable(),
  secondFactorRequired: z.boolean(),
});

export const FactorToEnrol = z.object({
  secret: z.string(),
  address: z.string(),
});

export const EnrolledFactor = z.object({
  recoveryCodes: z.array(z.string()),
  session: SessionView,
});

export const RecoveryCodes = z.object({
  recoveryCodes: z.array(z.string()),
});
