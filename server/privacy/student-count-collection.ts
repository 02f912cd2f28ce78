import type { SchoolSize } from '../../core/privacy/is-count-due.ts';
import type { StudentCounts } from '../../core/privacy/student-counts.ts';
import type { CollectionSpec } from '../store/collection.ts';

/** The newest count of the students: one document. No route answers with it; what it may tell is worked out from it. */
export interface StudentCountRecord extends StudentCounts {
  id: string;
  /** Of two workers who count at once, the second takes what the first has written. */
  version: number;
  bySchool: SchoolSize[];
  /** Absent in counts from before places were regarded. */
  placements?: number;
}

export const studentCounts: CollectionSpec = { name: 'student_counts', indexes: [] };

export const privacyCollections: readonly CollectionSpec[] = [studentCounts];
