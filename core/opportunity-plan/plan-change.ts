import type { Role } from '../accounts/role.ts';
import type { PlanValue } from './plan-value.ts';

/** What somebody wrote while somebody else changed the same field, until a person who has seen both chooses. */
export interface BesideValue extends Written {
  value: PlanValue;
}

/** Who wrote it, and with which change. */
export interface Written {
  number: number;
  at: string;
  by: string;
}

/**
 * One field of one change: `set` puts a value into it, and settles what stood beside it, for whoever set it had seen
 * that; `beside` keeps a value next to the one that somebody else wrote in the meantime; `restore` puts all back as it
 * was before a change that was undone.
 */
export type RecordedEdit =
  | { field: string; kind: 'set' | 'beside'; to: PlanValue }
  | { field: string; kind: 'restore'; to: PlanValue; beside: readonly BesideValue[] };

/** One entry of a plan's history: it is never changed and never taken out. */
export interface PlanChange extends Written {
  studentId: string;
  /** As what the account wrote: what it was to the student on that day. */
  as: Role;
  edits: readonly RecordedEdit[];
  /** The number of the change that this one undid. */
  undoes?: number;
}
