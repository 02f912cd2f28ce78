import type { Deps } from '../deps.ts';
import { newToken } from '../links/new-token.ts';
import { fromStored, model, type Stored } from '../store/collection.ts';
import { type ReferralLinkRecord, referralLinks } from './referral-link-collection.ts';

const DAY_MS = 86_400_000;
const PURPOSE = 'link to answer a referral';

/** Keeps the links of partners. Tokens come out when a link is made and never again. */
export function referralLinkStore({
  db,
  sealing,
  clock,
  rules,
}: Pick<Deps, 'db' | 'sealing' | 'clock' | 'rules'>) {
  const links = model<ReferralLinkRecord>(db, referralLinks);

  /** A new link; the older one of the same letter opens nothing any more. */
  async function issue(referralId: string, letter: number | 'handed-over') {
    const token = newToken();
    const expiresAt = new Date(clock().getTime() + rules.reminders.linkDays * DAY_MS);
    const hash = sealing.keyedHash(token, PURPOSE);
    await links.updateOne(
      { _id: `${referralId}/${letter}` },
      { $set: { referralId, hash, expiresAt } },
      { upsert: true },
    );
    return { token, expiresAt };
  }

  /** What a token opens, until it expires. */
  async function look(token: string): Promise<ReferralLinkRecord | null> {
    const opening = { hash: { $in: sealing.keyedHashes(token, PURPOSE) }, expiresAt: { $gt: clock() } };
    const found = await links.findOne(opening).lean<Stored<ReferralLinkRecord>>();
    return found ? fromStored<ReferralLinkRecord>(found) : null;
  }

  return { issue, look };
}
