import type { Account } from './account.ts';

/** Demo accounts have passwords that everybody knows: without demo mode they are closed. */
export function mayBeUsed(account: Pick<Account, 'active' | 'demo'>, demo: boolean): boolean {
  return account.active && (demo || !account.demo);
}
