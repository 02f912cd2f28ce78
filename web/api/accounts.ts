import type { List } from './list.ts';
import { get, patch, post, remove } from './request.ts';
import { type Account, keep, type Session } from './session.ts';

/** An account as administrators see it. */
export interface Person extends Account {
  active: boolean;
  demo: boolean;
  secondFactor: boolean;
  lastSignInAt?: string;
}

export type NewPerson = Pick<Person, 'email' | 'name' | 'language' | 'grants'>;
export type PersonChange = Partial<NewPerson & Pick<Person, 'active'>>;

/** Without mail the administrator hands the link over. */
export interface Invited {
  id: string;
  link?: string;
}

export async function loadPeople(): Promise<Person[]> {
  return (await get<List<Person>>('/accounts')).items;
}

export function invitePerson(person: NewPerson): Promise<Invited> {
  return post<Invited>('/invitations', person);
}

export function changePerson(id: string, change: PersonChange): Promise<Person> {
  return patch<Person>(`/accounts/${id}`, change);
}

export function endSessionsOf(id: string): Promise<void> {
  return remove(`/accounts/${id}/sessions`);
}

export function resetFactorOf(id: string): Promise<void> {
  return remove(`/accounts/${id}/second-factor`);
}

export async function viewAs(id: string, why: string): Promise<Session> {
  return keep(await post<Session>(`/accounts/${id}/view-as`, { why }));
}

export async function findOrganizations(q: string): Promise<{ id: string; name: string }[]> {
  return (await get<List<{ id: string; name: string }>>('/organizations', { q })).items;
}
