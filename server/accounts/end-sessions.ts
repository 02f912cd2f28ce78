import type { Connection } from 'mongoose';
import { sessionCollection } from './account-collection.ts';

/** Signs an account out everywhere, except in the session `keep`. */
export async function endSessions(db: Connection, accountId: string, keep?: string): Promise<void> {
  const sessions = db.getClient().db(db.name).collection<{ _id: string }>(sessionCollection.name);
  await sessions.deleteMany({
    'session.accountId': accountId,
    ...(keep !== undefined && { _id: { $ne: keep } }),
  });
}
