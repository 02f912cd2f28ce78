import type { Deps } from '../deps.ts';
import { type Route, route } from '../http/route.ts';

/** What the sign-in page offers: the services, and whether a new password can be asked for by mail. */
export function signInWaysRoute({ config }: Pick<Deps, 'config'>): Route {
  return route({
    method: 'get',
    path: '/sign-in-ways',
    summary: 'The ways to sign in here',
    action: 'settings.read',
    handle: () => ({
      services: config.signInProviders.map(({ id, label }) => ({ id, label })),
      resetByMail: config.mail !== null,
    }),
  });
}
