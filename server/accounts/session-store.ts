import { createHash } from 'node:crypto';
import type { SessionData } from 'express-session';
import type { Connection } from 'mongoose';
import type { Deps } from '../deps.ts';
import type { Account } from './account.ts';
import { sessionCollection } from './account-collection.ts';
import type { Device } from './device.ts';
import { lifetimeFor, sessionEnd } from './session-life.ts';
import { whoIsIn } from './who-is-in.ts';

/** A session as its owner sees it. */
export interface OpenSession {
  /** Names the session without opening it: a hash of its id. */
  id: string;
  device: Device;
  method: NonNullable<SessionData['method']>;
  firstSeenAt: string;
  lastSeenAt: string;
  current: boolean;
}

interface SessionRecord {
  _id: string;
  expires: Date;
  lastModified?: Date;
  session: Partial<SessionData>;
}

/** The open sessions of an account, the one in use first, then the latest. */
export async function listSessions(
  { config, db, clock }: Pick<Deps, 'config' | 'db' | 'clock'>,
  { id: accountId, grants }: Pick<Account, 'id' | 'grants'>,
  currentId: string,
): Promise<OpenSession[]> {
  const lifetime = lifetimeFor(config, grants, false);
  const now = clock().getTime();
  const records = await sessionsOf(db)
    .find({ 'session.accountId': accountId, 'session.needs': { $exists: false } })
    .toArray();
  return records
    .filter(
      ({ session, lastModified }) =>
        now < sessionEnd({ ...session, ...(lastModified && { lastModified }) }, lifetime, now),
    )
    .map((record) => openSession(record, currentId))
    .sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt));
}

/** Ends one of the account's sessions; false where there is none of this name. */
export async function endSessionNamed(db: Connection, accountId: string, name: string): Promise<boolean> {
  const records = await sessionsOf(db)
    .find({ 'session.accountId': accountId }, { projection: { _id: 1 } })
    .toArray();
  const found = records.find(({ _id }) => nameOf(_id) === name);
  if (!found) return false;
  await sessionsOf(db).deleteOne({ _id: found._id });
  return true;
}

/** Who has this session now; null once it has ended. For what goes on longer than a request. */
export async function readSession(
  deps: Pick<Deps, 'config' | 'db' | 'clock'>,
  id: string,
): Promise<Account | null> {
  const record = await sessionsOf(deps.db).findOne({ _id: id, expires: { $gt: deps.clock() } });
  if (!record) return null;
  const { lastModified } = record;
  const found = await whoIsIn(deps, { ...record.session, ...(lastModified && { lastModified }) });
  return found?.account ?? null;
}

export function nameOf(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('base64url').slice(0, 22);
}

function openSession({ _id, session, lastModified }: SessionRecord, currentId: string): OpenSession {
  const firstSeen = new Date(session.signedInAt ?? 0);
  return {
    id: nameOf(_id),
    device: session.device ?? {},
    method: session.method ?? 'password',
    firstSeenAt: firstSeen.toISOString(),
    lastSeenAt: (lastModified ?? firstSeen).toISOString(),
    current: _id === currentId,
  };
}

function sessionsOf(db: Connection) {
  return db.getClient().db(db.name).collection<SessionRecord>(sessionCollection.name);
}
