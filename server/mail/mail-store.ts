import { randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { insertOnce } from '../store/insert-once.ts';
import { type MailKind, type MailRecord, mailCollection } from './mail-collection.ts';
import { giveUpAt, retryAt } from './retry.ts';

const MINUTE = 60_000;
/** Longer than any try takes (mail-transport.ts), so that nobody sends what another is sending. */
const CLAIM_MS = 5 * MINUTE;
/** So long the administrator sees what became of a mail. */
const KEPT_MS = 30 * 24 * 60 * MINUTE;

export type MailStore = ReturnType<typeof mailStore>;
type MailTo = { accountId: string } | { address: string } | Required<Pick<MailRecord, 'referral'>>;
type StoreDeps = Pick<Deps, 'db' | 'sealing' | 'clock' | 'queues'>;

/** Keeps the mails that are to leave. The queue carries their ids only, and a lost queue loses no mail. */
export function mailStore({ db, sealing, clock, queues }: StoreDeps) {
  const mails = model<MailRecord>(db, mailCollection);
  const now = () => clock().getTime();

  /** Writes a mail down and asks for it to be sent. One whose id is there already is not written again. */
  async function post(
    kind: MailKind,
    to: MailTo,
    { id = randomUUID(), quietIn }: { id?: string; quietIn?: string } = {},
  ): Promise<void> {
    await insertOnce(
      mails,
      toStored<MailRecord>({
        id,
        kind,
        ...('address' in to
          ? { address: sealing.seal(to.address, { collection: mailCollection.name, id, field: 'address' }) }
          : to),
        ...(quietIn !== undefined && { quietIn }),
        status: 'waiting',
        createdAt: clock().toISOString(),
        attempts: 0,
        nextTryAt: retryAt(now(), 0),
        claimedUntil: new Date(0),
      }),
    );
    await queues.askSoon('mails', 'send', { jobId: id });
  }

  /** The mail, for whoever sends it now; null when it has left or somebody else has it. */
  async function claim(id: string): Promise<MailRecord | null> {
    const free = { _id: id, status: 'waiting' as const, claimedUntil: { $lte: clock() } };
    const change = { $set: { claimedUntil: new Date(now() + CLAIM_MS) }, $inc: { attempts: 1 } };
    return read(await mails.findOneAndUpdate(free, change, { returnDocument: 'after' }).lean());
  }

  function addressOf({ id, address }: MailRecord): string | undefined {
    const context = { collection: mailCollection.name, id, field: 'address' };
    return address === undefined ? undefined : sealing.open(address, context);
  }

  async function markSent(id: string): Promise<void> {
    const set = { status: 'sent' as const, clearAt: new Date(now() + KEPT_MS) };
    await mails.updateOne({ _id: id }, { $set: set, $unset: { reason: 1, address: 1 } });
  }

  /** Gives the mail free for the next try, or gives it up: at once where trying again would not help. */
  async function markFailed(mail: MailRecord, reason: string, isFinal: boolean): Promise<void> {
    const isOver = isFinal || now() >= giveUpAt(mail);
    const then = isOver
      ? { status: 'failed' as const, clearAt: new Date(now() + KEPT_MS) }
      : { nextTryAt: retryAt(now(), mail.attempts) };
    await mails.updateOne({ _id: mail.id }, { $set: { ...then, reason, claimedUntil: new Date(0) } });
  }

  /** Puts the mail off: it is no failure that it has not left. */
  async function postpone(id: string, until: Date): Promise<void> {
    const set = { nextTryAt: until, claimedUntil: new Date(0) };
    await mails.updateOne({ _id: id }, { $set: set, $inc: { attempts: -1 } });
  }

  /** Notes whom a mail that was asked for by address is for; without an account there is nothing to send. */
  async function settle(id: string, accountId: string | undefined): Promise<void> {
    if (accountId === undefined) await mails.deleteOne({ _id: id });
    else await mails.updateOne({ _id: id }, { $set: { accountId } });
  }

  /** Mails that should have left by now. */
  async function due(): Promise<string[]> {
    const found = await mails
      .find({ status: 'waiting', nextTryAt: { $lte: clock() }, claimedUntil: { $lte: clock() } }, { _id: 1 })
      .limit(500)
      .lean();
    return found.map(({ _id }) => _id);
  }

  /** The latest, the newest first. */
  async function latest(limit: number): Promise<MailRecord[]> {
    const found = await mails.find({}).sort({ createdAt: -1 }).limit(limit).lean();
    return found.map((record) => fromStored<MailRecord>(record));
  }

  return { post, claim, addressOf, markSent, markFailed, postpone, settle, due, latest };
}

function read(record: Stored<MailRecord> | null): MailRecord | null {
  return record === null ? null : fromStored<MailRecord>(record);
}
