import { mayEver } from '../../core/policy/decide.ts';
import type { Route } from '../../server/http/route.ts';
import { grantsOf, type SignInAs } from './app.ts';

/**
 * Whether a route is closed to whoever signs in so, or to the public (null), whatever they ask for. The door knows route
 * and account alone (proved by app.test.ts), so what it answers to one address it answers to all.
 */
export function refusedAtDoor(as: SignInAs | null, { action }: Pick<Route, 'action'>): boolean {
  if (action === undefined) return true;
  return !mayEver(as === null ? null : { id: 'asker', active: true, grants: grantsOf(as) }, action);
}
