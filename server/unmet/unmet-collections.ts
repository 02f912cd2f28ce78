import type { UnmetNote } from '../../core/unmet/unmet-note.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** One month's count of a wish at a place; its id says all but the count. */
export interface UnmetNoteRecord extends UnmetNote {
  id: string;
}

/** No student, no account, no address, no day. What of it may be told is worked out when it is read. */
export const unmetNotes: CollectionSpec = { name: 'unmet_notes', indexes: [[{ month: 1 }]] };

export const unmetCollections: readonly CollectionSpec[] = [unmetNotes];
