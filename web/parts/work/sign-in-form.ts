import { Problem } from '../../api/problem.ts';

/** Kept for this tab only, so that a reload or an expired session loses no typing. Never the password. */
const KEY = 'trellis-sign-in-email';

export function emailError(email: string): 'signIn.emailMissing' | 'signIn.emailWrong' | undefined {
  const typed = email.trim();
  if (!typed) return 'signIn.emailMissing';
  return /^\S+@\S+$/.test(typed) ? undefined : 'signIn.emailWrong';
}

export interface Refusal {
  /** What it is about: a wrong pair is shown at the password, which is typed again. */
  at: 'password' | 'form';
  says: 'signIn.failed' | 'signIn.tooMany' | 'signIn.offline' | 'signIn.trouble.other-service' | null;
}

/** Why nobody was signed in; says null where only the server's own words tell. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Problem) || error.status === 0) return { at: 'form', says: 'signIn.offline' };
  if (error.status === 401) return { at: 'password', says: 'signIn.failed' };
  if (error.code === 'sign-in-elsewhere') return { at: 'form', says: 'signIn.trouble.other-service' };
  return { at: 'form', says: error.status === 429 ? 'signIn.tooMany' : null };
}

export function keptEmail(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

export function keepEmail(email: string): void {
  try {
    sessionStorage.setItem(KEY, email);
  } catch {
    // A browser that keeps nothing still signs in.
  }
}
