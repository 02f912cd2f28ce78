import { type WaitingItem, waitingItem } from '../../core/home/waiting.ts';
import { decide } from '../../core/policy/decide.ts';
import { studentResource } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { type EndingConsents, endingConsents } from './ending-consents.ts';

/** `consents-ending` (`oldest`: the first last day), for who can sign again or have it signed. */
export async function waitingConsents(
  deps: Pick<Deps, 'db' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  const ending = await endingFor(deps, account);
  const [first, ...others] = ending;
  const count = ending.reduce((sum, { consents }) => sum + consents.length, 0);
  const address = first && others.length === 0 ? `/students/${first.student.id}/consents` : '/home/consents';
  return waitingItem('consents-ending', count, address, first?.consents[0]?.expiresAt);
}

/** As far as the account may see it. */
export function endingFor(deps: Pick<Deps, 'db' | 'clock'>, account: Account): Promise<EndingConsents[]> {
  const today = utcDay(deps.clock());
  return endingConsents(
    deps,
    account,
    (student) => decide(account, 'consents.ending', studentResource(student, today)).allowed,
  );
}
