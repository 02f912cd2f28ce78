import type { CollectionSpec } from '../store/collection.ts';

/** A meeting about a student: that there is one lies in the open, all that was said in it under the student's own key. */
export interface ConferenceRecord {
  id: string;
  studentId: string;
  day: string;
  version: number;
  at: string;
  by: string;
  sealed: string;
}

export const conferences: CollectionSpec = {
  name: 'conferences',
  indexes: [[{ studentId: 1, day: -1 }], [{ day: 1 }]],
};

export const conferenceCollections: readonly CollectionSpec[] = [conferences];
