import type { Config } from '../config.ts';
import type { SignInProvider } from './provider-config.ts';

/** The service that people of this address's domain sign in with, where they may sign in in no other way. */
export function onlyServiceFor(
  { signInProviders }: Pick<Config, 'signInProviders'>,
  email: string,
): SignInProvider | undefined {
  const domain = domainOf(email);
  return signInProviders.find(({ onlyFor }) => onlyFor.includes(domain));
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}
