import type { Config } from '../config.ts';
import { AppError } from '../http/app-error.ts';
import { domainOf, onlyServiceFor } from './only-service.ts';

/**
 * For a domain whose people sign in with a service only, before any password is looked at: the district then decides
 * in one place who still works there.
 * @throws AppError 403 `sign-in-elsewhere`
 */
export function refusePassword(config: Pick<Config, 'signInProviders'>, email: string): void {
  const only = onlyServiceFor(config, email);
  if (only)
    throw new AppError(
      403,
      'sign-in-elsewhere',
      `People at ${domainOf(email)} sign in with ${only.label}. Use the button for it on this page.`,
    );
}
