import { z } from 'zod';
import { RoleGrant } from '../../core/accounts/role.ts';
import type { KeyReach } from '../../core/policy/key-scopes.ts';
import type { DueFactor } from './due-factor.ts';
import type { Viewing } from './who-is-in.ts';

/** A person who can sign in. The password's hash never leaves the account store. */
export const Account = z.object({
  id: z.string(),
  email: z.email().max(254).toLowerCase(),
  name: z.string().min(1).max(200),
  language: z.enum(['en', 'es']).default('en'),
  grants: z.array(RoleGrant).default([]),
  active: z.boolean().default(true),
  demo: z.boolean().default(false),
  /** Whether a code is asked for besides the password. */
  secondFactor: z.boolean().default(false),
  lastSignInAt: z.string().optional(),
});
export type Account = z.infer<typeof Account> & {
  /** The administrator who looks through this account's eyes; set for a request, never stored. */
  viewedBy?: string;
  /** What a program reaches by its key (server/api-keys); set for a request, never stored. */
  program?: KeyReach;
};

declare global {
  namespace Express {
    interface Request {
      /** Who asks; null for the public. Set by server/accounts/read-account.ts before any route. */
      account: Account | null;
      /** Who has signed in but for the second factor; then `account` is null. */
      pending: { account: Account; needs: DueFactor } | null;
      /** An administrator looks through another's eyes; then `account` is the other's. */
      viewing: Viewing | null;
    }
  }
}
