import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { Account } from './account.ts';
import { accountStore } from './account-store.ts';
import { NewPassword } from './password.ts';

const NewAdministrator = z.object({
  email: Account.shape.email,
  name: Account.shape.name,
  password: NewPassword,
});

/**
 * The first account of an installation, made on the command line.
 * @throws ZodError when the address or the password will not do, AppError `email-taken`
 */
export function createAdministrator(
  { db }: Pick<Deps, 'db'>,
  input: z.input<typeof NewAdministrator>,
): Promise<Account> {
  const { email, name, password } = NewAdministrator.parse(input);
  return accountStore(db).create({
    email,
    name,
    password,
    language: 'en',
    grants: [{ role: 'administrator', schoolIds: [], organizationIds: [], studentIds: [] }],
  });
}
