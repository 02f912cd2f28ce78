import { get, post } from './request.ts';
import type { Session } from './session.ts';

export interface SignInWays {
  services: { id: string; label: string }[];
  /** Whether a link to a new password can be asked for by mail. */
  resetByMail: boolean;
}

export function loadSignInWays(): Promise<SignInWays> {
  return get<SignInWays>('/sign-in-ways');
}

/** Whose one-time link it is. Looking does not use it up. */
export interface SeenLink {
  purpose: 'invitation' | 'reset';
  name: string;
  email: string;
}

export function lookAtLink(link: string): Promise<SeenLink> {
  return post<SeenLink>('/links/look', { link });
}

/** Uses the link up; whoever it is for is signed in then, or nearly. */
export function setPassword(link: string, password: string): Promise<Session> {
  return post<Session>('/links/set-password', { link, password });
}

export function askForNewPassword(email: string): Promise<unknown> {
  return post('/password-resets', { email });
}
