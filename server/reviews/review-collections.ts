import type { Role } from '../../core/accounts/role.ts';
import type { CollectionSpec } from '../store/collection.ts';

/**
 * One month's review of one student. That there is one lies in the open; what was answered, what it is a sign of and
 * what was done about it are sealed with the student's own key. No school is stored: where the student is now decides.
 */
export interface ReviewRecord {
  /** `${studentId}:${month}`: of two who write the first at the same moment one is told. */
  id: string;
  studentId: string;
  month: string;
  version: number;
  at: string;
  by: string;
  as: Role;
  sealed: string;
}

export const reviews: CollectionSpec = {
  name: 'reviews',
  indexes: [[{ studentId: 1, month: 1 }], [{ at: 1 }]],
};

export const reviewCollections: readonly CollectionSpec[] = [reviews];
