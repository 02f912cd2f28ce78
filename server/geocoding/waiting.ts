import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { decide } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import { isOpenTo } from '../corrections/open-records.ts';
import type { Deps } from '../deps.ts';
import { waitingGeocodings } from './geocoding-store.ts';
import { readWithoutPoint, standingOf } from './places-without-point.ts';

/** Places of which something was found that is not certain, for partners and for who looks after the directory. */
export async function waitingPoints({ db }: Pick<Deps, 'db'>, account: Account): Promise<WaitingItem[]> {
  const keeps = account.grants.some(({ role }) =>
    ['partner', 'community-leader', 'administrator'].includes(role),
  );
  if (!keeps) return [];
  const waiting = new Map((await waitingGeocodings(db)).map((each) => [each.id, each]));
  const isOpen = isOpenTo(
    account,
    (organizationId) => decide(account, 'corrections.change', { organizationId }).allowed,
  );
  const open = (await readWithoutPoint(db, [...waiting.keys()])).filter((place) => isOpen(standingOf(place)));
  const oldest = open.map(({ id }) => waiting.get(id)?.at ?? '').sort()[0];
  return waitingItem('points', open.length, '/verify?show=points&reason=waiting', oldest);
}
