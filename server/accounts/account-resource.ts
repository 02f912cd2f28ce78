import type { Resource } from '../../core/policy/resource.ts';
import { AppError } from '../http/app-error.ts';
import type { Account } from './account.ts';

/** An account belongs to a district if everything it is held for does. */
export function accountResource({ grants }: Pick<Account, 'grants'>): Resource {
  const districts = new Set(grants.map(({ districtId }) => districtId));
  return districts.size === 1 ? { districtId: [...districts][0] } : {};
}

export function outOfScope(): AppError {
  return new AppError(403, 'out-of-scope', 'You can only give roles within your own district.');
}
