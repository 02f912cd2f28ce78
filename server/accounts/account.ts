import { z } from 'zod';
import { RoleGrant } from '../../core/accounts/role.ts';

/** A person who can sign in. The password's hash never leaves the account store. */
export const Account = z.object({
  id: z.string(),
  email: z.email().max(254).toLowerCase(),
  name: z.string().min(1).max(200),
  language: z.enum(['en', 'es']).default('en'),
  grants: z.array(RoleGrant).default([]),
  active: z.boolean().default(true),
  demo: z.boolean().default(false),
});
export type Account = z.infer<typeof Account>;

declare global {
  namespace Express {
    interface Request {
      /** Who asks; null for the public. Set by server/accounts/read-account.ts before any route. */
      account: Account | null;
    }
  }
}
