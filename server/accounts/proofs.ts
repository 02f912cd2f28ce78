import type { Request } from 'express';
import type { Deps } from '../deps.ts';
import { AppError } from '../http/app-error.ts';
import { knownDevice } from '../http/known-device.ts';
import type { Account } from './account.ts';
import { accountStore } from './account-store.ts';
import { attemptLimit } from './attempt-limit.ts';
import { secondFactorStore } from './second-factor-store.ts';

type CheckDeps = Pick<Deps, 'config' | 'db' | 'redis' | 'log' | 'sealing' | 'clock'>;

/** Checks codes and passwords of people who are at least half in. Wrong ones are counted as at the sign-in. */
export function proofs(deps: CheckDeps) {
  const limit = attemptLimit(deps, 'proof');
  const factors = secondFactorStore(deps);
  const accounts = accountStore(deps.db);

  async function tried(req: Request, account: Account, isRight: () => Promise<boolean>, wrong: AppError) {
    const key = knownDevice(req, deps.config, account.email) ?? account.id;
    await limit.count(key);
    if (!(await isRight())) throw wrong;
    await limit.forget(key);
  }

  return {
    /** A code of the app, or a recovery code, which is used up. @throws AppError `code-wrong` */
    code: (req: Request, account: Account, code: string) =>
      tried(req, account, () => factors.use(account.id, code), codeWrong()),
    /** @throws AppError `password-wrong` */
    password: (req: Request, account: Account, password: string) =>
      tried(
        req,
        account,
        async () => (await accounts.verify(account.email, password)) !== null,
        new AppError(403, 'password-wrong', 'The password is not right.'),
      ),
    /** The recovery codes of a factor that is being set up. @throws AppError `code-wrong` */
    async firstCode(req: Request, account: Account, code: string): Promise<string[]> {
      let codes: string[] | undefined;
      const accept = async () => {
        codes = await factors.accept(account.id, code);
        return codes !== undefined;
      };
      await tried(req, account, accept, codeWrong());
      return codes ?? [];
    },
  };
}

function codeWrong(): AppError {
  return new AppError(
    403,
    'code-wrong',
    'This code is not right, or it was used already. Please take the next one.',
  );
}
