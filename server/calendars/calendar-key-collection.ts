import type { CollectionSpec } from '../store/collection.ts';

/** That somebody has a calendar of what is due. One an account: a newer address takes the older one's place. */
export interface CalendarKeyRecord {
  /** The account's id. */
  id: string;
  /** Keyed hash of the token in the address: the token itself is stored nowhere. */
  hash: string;
  createdAt: string;
}

export const calendarKeys: CollectionSpec = {
  name: 'calendar_keys',
  indexes: [[{ hash: 1 }, { unique: true }]],
};

export const calendarCollections: readonly CollectionSpec[] = [calendarKeys];
