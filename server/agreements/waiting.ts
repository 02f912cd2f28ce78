import { type WaitingItem, type WaitingKind, waitingItem } from '../../core/home/waiting.ts';
import { decide, mayEver } from '../../core/policy/decide.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { type AgreementRow, openAgreements } from './list-agreements.ts';

const ADDRESS = '/agreements?show=attention';

/**
 * What of agreements waits for an account: `agreements-ending` (`oldest`: the first last day), `papers-missing` (or
 * about to end), `papers-to-check` and `promises-late`. The policy is asked for this domain's own action, whatever
 * action the page that asks has.
 */
export async function waitingAgreements(
  deps: Pick<Deps, 'db' | 'rules' | 'clock'>,
  account: Account,
): Promise<WaitingItem[]> {
  const rows = await openAgreements(deps, (resource) => decide(account, 'agreements.read', resource).allowed);
  const running = rows.filter(({ status }) => status !== 'ended');
  const ending = running.filter(({ warning }) => warning !== undefined);
  const lacking = running.filter(({ papers }) =>
    papers.some(({ state, warning }) => state === 'missing' || warning !== undefined),
  );
  const mayCheck = mayEver(account, 'agreements.change');
  return [
    ...item('agreements-ending', ending, ending[0]?.lastDay),
    ...item('papers-missing', lacking),
    ...item(
      'papers-to-check',
      running.filter(({ toCheck }) => toCheck > 0),
    ),
    ...item(
      'promises-late',
      running.filter(({ late }) => late > 0),
    ),
  ].filter(({ kind }) => mayCheck || kind !== 'papers-to-check');
}

function item(kind: WaitingKind, rows: readonly AgreementRow[], oldest?: string): WaitingItem[] {
  return waitingItem(kind, rows.length, ADDRESS, oldest);
}
