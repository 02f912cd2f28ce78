import { accountStore } from '../accounts/account-store.ts';
import { districtOfAccount } from '../accounts/district-of-account.ts';
import type { Deps } from '../deps.ts';
import { namedUuid } from '../imports/record-id.ts';
import { mailStore } from '../mail/mail-store.ts';
import type { DueDigest } from './digest-collection.ts';
import { dueDigests, endDigest, moveOn } from './digest-store.ts';
import { nextDigestOf } from './next-digest-of.ts';

/** As many at once; what is left over comes a few minutes later. */
const MOST = 500;

/**
 * Writes the mails down that are due, then notes when the next ones are. A mail's id is made of the account and the
 * moment at which it was due, so a process that dies in between neither loses nor doubles one. What the mail says, and
 * whether there is anything to say, is looked up when it leaves.
 */
export async function postDigests(deps: Deps): Promise<void> {
  if (deps.config.mail === null) return;
  for (const due of await dueDigests(deps.db, deps.clock(), MOST)) await postDigest(deps, due);
}

async function postDigest(deps: Deps, due: DueDigest): Promise<void> {
  const account = await accountStore(deps.db).find(due.id);
  if (!account) return endDigest(deps.db, due.id);
  const id = namedUuid(['digest', due.id, due.nextAt]);
  const district = await districtOfAccount(deps, account);
  const quiet = district ? { quietIn: district.id } : {};
  await mailStore(deps).post('digest', { accountId: due.id }, { id, ...quiet });
  await moveOn(deps.db, due, await nextDigestOf(deps, due.turn, account, deps.clock()));
}
