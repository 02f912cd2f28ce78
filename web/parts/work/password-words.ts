import { Problem } from '../../api/problem.ts';
import type { SayText } from './say.ts';

/** NIST SP 800-63B: long rather than complicated. The server asks for the same (accounts/password.ts). */
export const LEAST_LENGTH = 12;

const WEAK = ['password-pattern', 'password-frequent', 'password-own-name'] as const;

export interface PasswordRefusal {
  at: 'password' | 'form';
  /** The link is used up or too old: another one is needed. */
  isGone: boolean;
  words: string;
}

/** Why a password was not taken. */
export function passwordRefusal(error: unknown, t: SayText): PasswordRefusal {
  const code = error instanceof Problem ? error.code : 'offline';
  const weakness = WEAK.find((known) => known === code);
  if (weakness) return { at: 'password', isGone: false, words: t(`newPassword.${weakness}`) };
  if (code === 'link-gone') return { at: 'form', isGone: true, words: t('newPassword.gone') };
  if (code === 'offline') return { at: 'form', isGone: false, words: t('signIn.offline') };
  if (code === 'too-many-attempts') return { at: 'form', isGone: false, words: t('newPassword.tooMany') };
  return { at: 'form', isGone: false, words: (error as Error).message };
}
