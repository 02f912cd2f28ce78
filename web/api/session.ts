import type { SessionView } from '../../core/accounts/session-view.ts';
import { get, keepCsrfToken, post, remove } from './request.ts';

export type Session = SessionView;
export type Account = NonNullable<Session['account']>;

export async function loadSession(): Promise<Session> {
  return keep(await get<Session>('/session'));
}

export async function signIn(email: string, password: string): Promise<Session> {
  return keep(await post<Session>('/session', { email, password }));
}

/** Signing out ends the session and its token; the next one comes with the new session. */
export async function signOut(): Promise<Session> {
  await remove('/session');
  return loadSession();
}

export function keep(session: Session): Session {
  keepCsrfToken(session.csrfToken);
  return session;
}
