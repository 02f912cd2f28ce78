/** Kept for this tab only, so that a reload or an expired session loses no typing. Never the password. */
const KEY = 'trellis-sign-in-email';

export function emailError(email: string): 'signIn.emailMissing' | 'signIn.emailWrong' | undefined {
  const typed = email.trim();
  if (!typed) return 'signIn.emailMissing';
  return /^\S+@\S+$/.test(typed) ? undefined : 'signIn.emailWrong';
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
