import type { RoleGrant } from '../../core/accounts/role.ts';
import type { List } from './list.ts';
import { get, patch, post, remove } from './request.ts';
import { keep, type Session } from './session.ts';

export interface OwnAccount {
  id: string;
  email: string;
  name: string;
  language: 'en' | 'es';
  grants: RoleGrant[];
  demo: boolean;
  secondFactor: { since: string; recoveryCodesLeft: number } | null;
  secondFactorRequired: boolean;
}

export interface OpenSession {
  id: string;
  device: { browser?: string; system?: string };
  method: 'password' | 'oidc' | 'link';
  firstSeenAt: string;
  lastSeenAt: string;
  current: boolean;
}

export interface OfferedFactor {
  secret: string;
  /** What the QR code says. */
  address: string;
}

const OWN = '/own-account';

export function loadOwnAccount(): Promise<OwnAccount> {
  return get<OwnAccount>(OWN);
}

export function changeOwnAccount(
  change: Partial<Pick<OwnAccount, 'name' | 'language' | 'email'>>,
): Promise<OwnAccount> {
  return patch<OwnAccount>(OWN, change);
}

export function changePassword(password: string): Promise<void> {
  return post(`${OWN}/password`, { password });
}

/** Shows that it is still the same person. */
export function confirmIdentity(proof: { password: string } | { code: string }): Promise<void> {
  return post(`${OWN}/confirm`, proof);
}

export async function sendCode(code: string): Promise<Session> {
  return keep(await post<Session>('/session/code', { code }));
}

export function offerFactor(): Promise<OfferedFactor> {
  return post<OfferedFactor>(`${OWN}/second-factor`);
}

export async function confirmFactor(code: string): Promise<{ recoveryCodes: string[]; session: Session }> {
  const reply = await post<{ recoveryCodes: string[]; session: Session }>(`${OWN}/second-factor/confirm`, {
    code,
  });
  keep(reply.session);
  return reply;
}

export async function renewRecoveryCodes(): Promise<string[]> {
  return (await post<{ recoveryCodes: string[] }>(`${OWN}/second-factor/recovery-codes`)).recoveryCodes;
}

export function removeFactor(): Promise<void> {
  return remove(`${OWN}/second-factor`);
}

export function loadOwnSessions(): Promise<List<OpenSession>> {
  return get<List<OpenSession>>(`${OWN}/sessions`);
}

export function endOwnSession(id: string): Promise<void> {
  return remove(`${OWN}/sessions/${id}`);
}

export function endOtherSessions(): Promise<void> {
  return remove(`${OWN}/sessions`);
}

/** When the session ends; asking does not move the end on. */
export function loadSessionEnd(): Promise<{ endsAt: string | null; canStay?: boolean }> {
  return get('/session/end');
}

export async function stopViewing(): Promise<Session> {
  return keep(await remove<Session>('/session/view-as'));
}

/** A service that signs in to the account too. */
export interface LinkedIdentity {
  id: string;
  service: string;
  linkedAt: string;
}

export function loadIdentities(): Promise<List<LinkedIdentity>> {
  return get<List<LinkedIdentity>>(`${OWN}/identities`);
}

export function endIdentity(id: string): Promise<void> {
  return remove(`${OWN}/identities/${id}`);
}
