import type { List } from './list.ts';
import { get, patch, post } from './request.ts';
import type { Account } from './session.ts';

export type NewAccount = Omit<Account, 'id'> & { password: string };

export function loadAccounts(signal?: AbortSignal): Promise<List<Account>> {
  return get<List<Account>>('/accounts', {}, signal);
}

export function addAccount(account: NewAccount): Promise<Account> {
  return post<Account>('/accounts', account);
}

export function changeAccount(id: string, change: Partial<NewAccount>): Promise<Account> {
  return patch<Account>(`/accounts/${id}`, change);
}
