import type { Connection } from 'mongoose';
import { model } from '../store/collection.ts';
import { type LinkRecord, linkCollection } from './link-collection.ts';
import { LINK_PURPOSES, linkId } from './link-purpose.ts';

/** Ends whatever links an account still has: it has a new password, or is switched off. */
export async function revokeLinks(db: Connection, accountId: string): Promise<void> {
  await model<LinkRecord>(db, linkCollection).deleteMany({
    _id: { $in: LINK_PURPOSES.map((purpose) => linkId(purpose, accountId)) },
  });
}
