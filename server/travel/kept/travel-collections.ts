import type { CollectionSpec } from '../../store/collection.ts';

/** Destinations of kept rows, each list once: pairs of whole numbers, longitude and latitude in 1e-5 degrees. */
export interface KeptList {
  id: string;
  points: Buffer;
  usedAt: string;
}

/** Minutes from one origin to the destinations of a list. Its id is made of the engine's version, mode and origin. */
export interface KeptRow {
  id: string;
  listId: string;
  /** 32-bit floats. */
  minutes: Buffer;
  /** The day on which it was last of use, to be cleared by. */
  usedAt: string;
}

export const travelLists: CollectionSpec = { name: 'travel_lists', indexes: [[{ usedAt: 1 }]] };
export const travelRows: CollectionSpec = { name: 'travel_rows', indexes: [[{ usedAt: 1 }]] };

export const travelCollections: readonly CollectionSpec[] = [travelLists, travelRows];
