import type { Config } from '../config.ts';
import type { Account } from './account.ts';

/** What a sign-in still lacks: the code of a second factor, or the setting up of one that the role demands. */
export type DueFactor = 'code' | 'enrol';

/** Demo accounts are shared by everybody who looks on, so none of them may lock the others out with a factor. */
export function dueFactor(
  { secondFactorRoles }: Pick<Config, 'secondFactorRoles'>,
  { demo, secondFactor, grants }: Pick<Account, 'demo' | 'secondFactor' | 'grants'>,
): DueFactor | undefined {
  if (demo) return undefined;
  if (secondFactor) return 'code';
  return grants.some(({ role }) => secondFactorRoles.includes(role)) ? 'enrol' : undefined;
}
