import type { Connection } from 'mongoose';
import type { DemoSignIn } from '../../core/district/installation.ts';
import { accountStore } from '../accounts/account-store.ts';
import { DEMO_PASSWORD } from '../accounts/demo-accounts.ts';

/** The demo accounts as they are now. Only for where the demo is switched on. */
export async function readDemoAccounts(db: Connection): Promise<DemoSignIn[]> {
  const accounts = await accountStore(db).list();
  return accounts.flatMap(({ demo, active, email, name, grants: [grant] }) =>
    demo && active && grant ? [{ email, password: DEMO_PASSWORD, role: grant.role, name }] : [],
  );
}
