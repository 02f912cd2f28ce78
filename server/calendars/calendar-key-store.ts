import type { Deps } from '../deps.ts';
import { newToken } from '../links/new-token.ts';
import { model } from '../store/collection.ts';
import { type CalendarKeyRecord, calendarKeys } from './calendar-key-collection.ts';

const PURPOSE = 'address of a calendar';

/** Keeps the addresses of people's calendars. A token comes out when one is made and never again. */
export function calendarKeyStore({ db, sealing, clock }: Pick<Deps, 'db' | 'sealing' | 'clock'>) {
  const keys = model<CalendarKeyRecord>(db, calendarKeys);

  /** A new address; the older one opens nothing any more. */
  async function issue(accountId: string): Promise<string> {
    const token = newToken();
    const set = { hash: sealing.keyedHash(token, PURPOSE), createdAt: clock().toISOString() };
    await keys.updateOne({ _id: accountId }, { $set: set }, { upsert: true });
    return token;
  }

  /** Whose calendar a token opens. */
  async function look(token: string): Promise<string | undefined> {
    const hash = { $in: sealing.keyedHashes(token, PURPOSE) };
    return (await keys.findOne({ hash }, { _id: 1 }).lean<{ _id: string }>())?._id;
  }

  /** Since when an account has one. */
  async function since(accountId: string): Promise<string | undefined> {
    return (await keys.findById(accountId).lean<Pick<CalendarKeyRecord, 'createdAt'>>())?.createdAt;
  }

  async function revoke(accountId: string): Promise<void> {
    await keys.deleteOne({ _id: accountId });
  }

  return { issue, look, since, revoke };
}
