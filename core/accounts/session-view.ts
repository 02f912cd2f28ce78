import { z } from 'zod';
import { RoleGrant } from './role.ts';

/** What a page knows of its session. */
export const SessionView = z.object({
  /** Sent with every change; empty while nobody is signed in. */
  csrfToken: z.string(),
  /** Null while nobody is signed in all the way. */
  account: z
    .object({
      id: z.string(),
      email: z.string(),
      name: z.string(),
      language: z.enum(['en', 'es']),
      grants: z.array(RoleGrant),
    })
    .nullable(),
  /** The password was right, and this is still to be done before anything opens. */
  pending: z.object({ needs: z.enum(['code', 'enrol']) }).optional(),
  /** An administrator looks through another's eyes. `over`: the time is up, and nothing opens until that is ended. */
  viewing: z.object({ name: z.string(), until: z.iso.datetime(), over: z.boolean() }).optional(),
});
export type SessionView = z.infer<typeof SessionView>;
