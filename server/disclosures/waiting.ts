import { isOver } from '../../core/consents/ending-soon.ts';
import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import { readConsentsOf } from '../consents/consent-store.ts';
import type { Deps } from '../deps.ts';
import { listDisclosures } from './disclosure-store.ts';

/**
 * `shared-to-delete`, for partners: what was shared with them under consents that are over, as long as they have not
 * said that their own copies are deleted.
 */
export async function waitingDisclosures(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  const organizationIds = account.grants.flatMap(({ role, organizationIds: held }) =>
    role === 'partner' ? held : [],
  );
  if (organizationIds.length === 0) return [];
  const shared = (await listDisclosures(db, { organizationIds })).filter(
    ({ deletionConfirmedAt }) => deletionConfirmedAt === undefined,
  );
  const consents = await readConsentsOf(
    db,
    shared.map(({ studentId }) => studentId),
  );
  const today = utcDay(clock());
  const open = new Set(consents.filter((consent) => !isOver(consent, today)).map(({ id }) => id));
  const over = shared.filter(({ consentIds }) => !consentIds.some((id) => open.has(id)));
  return waitingItem('shared-to-delete', over.length, '/shared');
}
