import type { RoleGrant } from '../../core/accounts/role.ts';
import { get, keepCsrfToken, post, remove } from './request.ts';

export interface Account {
  id: string;
  email: string;
  name: string;
  language: string;
  grants: RoleGrant[];
}

export interface Session {
  csrfToken: string;
  account: Account | null;
  /** The password was right, and this is still to be done. */
  pending?: { needs: 'code' | 'enrol' };
  /** Whose eyes an administrator looks through, and until when. */
  viewing?: { name: string; until: string; over: boolean };
}

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
