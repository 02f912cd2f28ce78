import type { CollectionSpec } from '../store/collection.ts';

/** The e-mail address is stored in lower case, so that a plain unique index does (no collation needed). */
export const accountCollection: CollectionSpec = {
  name: 'accounts',
  indexes: [[{ email: 1 }, { unique: true }]],
};

/** express-session's records, written by connect-mongo; MongoDB clears away the expired ones by itself. */
export const sessionCollection: CollectionSpec = {
  name: 'sessions',
  indexes: [[{ expires: 1 }, { expireAfterSeconds: 0 }], [{ 'session.accountId': 1 }]],
};

export const accountCollections: CollectionSpec[] = [accountCollection, sessionCollection];
