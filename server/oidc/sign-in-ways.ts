import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';

const SignInWays = z.object({
  services: z.array(z.object({ id: z.string(), label: z.string() })),
  resetByMail: z.boolean(),
});

/** What the sign-in page offers: the services, and whether a new password can be asked for by mail. */
export function signInWaysRoute({ config }: Pick<Deps, 'config'>): Route {
  return route({
    method: 'get',
    path: '/sign-in-ways',
    summary: 'The ways to sign in here',
    action: 'settings.read',
    returns: SignInWays,
    handle: () => ({
      services: config.signInProviders.map(({ id, label }) => ({ id, label })),
      resetByMail: config.mail !== null,
    }),
  });
}
