import {
  type PasswordOwner,
  type PasswordWeakness,
  passwordWeakness,
} from '../../core/accounts/weak-password.ts';
import { AppError } from '../http/app-error.ts';
import type { Rules } from '../rules.ts';

const WORDS: Record<PasswordWeakness, string> = {
  pattern: 'This password is a pattern that is guessed early. Take a few words that do not belong together.',
  frequent:
    'This password is one of those that are guessed first. Take a few words that do not belong together.',
  'own-name':
    'This password is made of your own name or address. Take a few words that have nothing to do with you.',
};

/** @throws AppError `password-pattern`, `password-frequent` or `password-own-name` */
export function refuseWeakPassword(
  { frequentPasswords }: Pick<Rules, 'frequentPasswords'>,
  password: string,
  owner: PasswordOwner,
): void {
  const weakness = passwordWeakness(password, owner, frequentPasswords);
  if (weakness === undefined) return;
  const message = WORDS[weakness];
  throw new AppError(400, `password-${weakness}`, message, [{ path: 'password', message }]);
}
