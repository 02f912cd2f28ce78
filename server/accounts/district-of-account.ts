import type { District } from '../../core/district/district.ts';
import type { Deps } from '../deps.ts';
import { readDistrict } from '../settings/district-store.ts';
import type { Account } from './account.ts';
import { accountResource } from './account-resource.ts';

/**
 * By whose clock and on whose free days somebody is written to: the district of all that the account is held for. Who
 * is held for nothing, or in several districts, goes by the first. Null before any has been set up.
 */
export async function districtOfAccount(
  { db }: Pick<Deps, 'db'>,
  { grants }: Pick<Account, 'grants'>,
): Promise<District | null> {
  const { districtId } = await accountResource(db, grants);
  return (districtId === undefined ? null : await readDistrict(db, districtId)) ?? readDistrict(db);
}
