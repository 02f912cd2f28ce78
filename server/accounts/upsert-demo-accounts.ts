import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { Account } from './account.ts';
import { accountStore } from './account-store.ts';

/** Demo passwords are shown on the sign-in page, so their length does not matter. */
export const DemoAccount = Account.pick({ email: true, name: true, language: true, grants: true }).extend({
  password: z.string().min(1).max(200),
});
export type DemoAccount = z.input<typeof DemoAccount>;

/**
 * Makes the demo accounts, or puts them back to what they were. An account of a real person with such an address stays as it is.
 * @throws Error unless the demo is switched on
 */
export async function upsertDemoAccounts(
  { config, db }: Pick<Deps, 'config' | 'db'>,
  demoAccounts: readonly DemoAccount[],
): Promise<void> {
  if (!config.demo)
    throw new Error('DEMO is not switched on: demo accounts have passwords that everybody knows.');
  const accounts = accountStore(db);
  for (const input of demoAccounts) {
    const account = DemoAccount.parse(input);
    const known = await accounts.findByEmail(account.email);
    if (known === null) await accounts.create({ ...account, demo: true });
    else if (known.demo) await accounts.update(known.id, { ...account, active: true });
  }
}
