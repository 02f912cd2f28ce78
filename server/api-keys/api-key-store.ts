import { randomUUID } from 'node:crypto';
import { keyState, type NewApiKey } from '../../core/api-keys/api-key.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Deps } from '../deps.ts';
import { newToken } from '../links/new-token.ts';
import { fromStored, model, type Stored, toStored } from '../store/collection.ts';
import { type ApiKeyRecord, apiKeys } from './api-key-collection.ts';

const PURPOSE = 'key of a program';
/** So that people, and programs that look for secrets in files, know what it is. */
const BEGINS = 'trellis_';
const SHAPE = /^trellis_[A-Za-z0-9_-]{43}$/;
const SHOWN = BEGINS.length + 4;
const DAY_MS = 24 * 3_600_000;

interface Maker {
  accountId: string;
  districtId?: string | undefined;
}

/** Keeps the keys of other programs. A key comes out when it is made and never again. */
export function apiKeyStore({ db, sealing, clock }: Pick<Deps, 'db' | 'sealing' | 'clock'>) {
  const keys = model<ApiKeyRecord>(db, apiKeys);

  async function issue({ name, scopes, days }: NewApiKey, { accountId, districtId }: Maker) {
    const key = BEGINS + newToken();
    const now = clock();
    const record: ApiKeyRecord = {
      id: randomUUID(),
      name,
      scopes,
      start: key.slice(0, SHOWN),
      hash: sealing.keyedHash(key, PURPOSE),
      accountId,
      ...(districtId !== undefined && { districtId }),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + days * DAY_MS).toISOString(),
    };
    await keys.create(toStored(record));
    return { key, record };
  }

  /** The key that this is, if it works. */
  async function look(key: string): Promise<ApiKeyRecord | undefined> {
    if (!SHAPE.test(key)) return undefined;
    const hash = { $in: sealing.keyedHashes(key, PURPOSE) };
    const found = await keys.findOne({ hash }).lean<Stored<ApiKeyRecord>>();
    const record = found && fromStored<ApiKeyRecord>(found);
    return record && keyState(record, clock()) === 'works' ? record : undefined;
  }

  /** The day on which it was last used: written once a day, and more is not kept. */
  async function noteUse({ id, lastUsedOn }: ApiKeyRecord): Promise<void> {
    const today = utcDay(clock());
    if (lastUsedOn !== today) await keys.updateOne({ _id: id }, { $set: { lastUsedOn: today } });
  }

  /** The newest first. */
  async function list(): Promise<ApiKeyRecord[]> {
    const found = await keys.find().sort({ createdAt: -1, _id: 1 }).lean<Stored<ApiKeyRecord>[]>();
    return found.map((record) => fromStored<ApiKeyRecord>(record));
  }

  async function find(id: string): Promise<ApiKeyRecord | undefined> {
    const found = await keys.findById(id).lean<Stored<ApiKeyRecord>>();
    return found ? fromStored<ApiKeyRecord>(found) : undefined;
  }

  /** For good: who needs one again makes a new one. */
  async function revoke(id: string): Promise<void> {
    await keys.updateOne(
      { _id: id, revokedAt: { $exists: false } },
      { $set: { revokedAt: clock().toISOString() } },
    );
  }

  return { issue, look, noteUse, list, find, revoke };
}
