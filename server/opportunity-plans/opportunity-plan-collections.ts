import type { Role } from '../../core/accounts/role.ts';
import type { HeldFigure } from '../../core/privacy/renew-figures.ts';
import type { CollectionSpec } from '../store/collection.ts';

/**
 * One change of a student's plan. It is never changed: the plan is all of them, one after the other. Whose it is, when
 * it was made and by whom lies in the open, what was written under the student's own key.
 */
export interface PlanChangeRecord {
  /** `${studentId}:${number}`: of two who write at the same moment one looks again. */
  id: string;
  studentId: string;
  /** 1, 2, 3 … without a hole. */
  number: number;
  at: string;
  /** The account. */
  by: string;
  as: Role;
  sealedEdits: string;
  undoes?: number;
}

export const planChanges: CollectionSpec = {
  name: 'opportunity_plan_changes',
  indexes: [[{ studentId: 1, number: 1 }]],
};

/** How many students of a school should have a plan, as it is held for the next count. No route answers with it. */
export interface PlanCountRecord extends HeldFigure {
  /** The school's. */
  id: string;
  version: number;
  /** The day of the count of students that it goes with. */
  countedOn: string;
  threshold: number;
}

export const planCounts: CollectionSpec = { name: 'opportunity_plan_counts', indexes: [] };

export const opportunityPlanCollections: readonly CollectionSpec[] = [planChanges, planCounts];
