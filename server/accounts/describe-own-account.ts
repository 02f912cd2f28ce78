import type { Deps } from '../deps.ts';
import type { Account } from './account.ts';
import { dueFactor } from './due-factor.ts';
import { secondFactorStore } from './second-factor-store.ts';

/** One's own account, and how one signs in with it. */
export async function describeOwnAccount(
  deps: Pick<Deps, 'config' | 'db' | 'sealing' | 'clock'>,
  account: Account,
) {
  const { id, email, name, language, grants, demo } = account;
  const factor = await secondFactorStore(deps).describe(id);
  return {
    id,
    email,
    name,
    language,
    grants,
    demo,
    secondFactor: factor ?? null,
    secondFactorRequired: dueFactor(deps.config, { ...account, secondFactor: false }) !== undefined,
  };
}
