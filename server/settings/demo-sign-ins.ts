import type { Connection } from 'mongoose';
import type { Role } from '../../core/accounts/role.ts';
import { accountStore } from '../accounts/account-store.ts';
import { DEMO_PASSWORD } from '../accounts/demo-accounts.ts';

/** What the sign-in page of a demonstration offers. */
export interface DemoSignIn {
  email: string;
  password: string;
  role: Role;
  name: string;
}

/** The demo accounts as they are now. Only for where the demo is switched on. */
export async function readDemoAccounts(db: Connection): Promise<DemoSignIn[]> {
  const accounts = await accountStore(db).list();
  return accounts.flatMap(({ demo, active, email, name, grants: [grant] }) =>
    demo && active && grant ? [{ email, password: DEMO_PASSWORD, role: grant.role, name }] : [],
  );
}
