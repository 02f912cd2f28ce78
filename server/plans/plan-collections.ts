import type { RunFinding } from '../../core/jobs/run-finding.ts';
import type { PlanCertificate, PlanParams, PlanRow, RefusalReason } from '../../core/placement/plan.ts';
import type { CollectionSpec } from '../store/collection.ts';
import type { PlanInputs } from './plan-inputs.ts';

/** A plan as it was made. It tells of no student: its rows lie apart. Its id is the job's. */
export interface PlanRecord {
  id: string;
  number: number;
  params: PlanParams;
  districtId: string;
  /** Schools that it was made for. */
  schoolIds: string[];
  createdAt: string;
  certificate: PlanCertificate;
  findings: RunFinding[];
  /** What it was made of, to tell whether that has changed. */
  inputs: PlanInputs;
  /** How many decisions there have been; the last one's number. */
  decisions: number;
}

/** What was decided on a row: by which decision, and what was so before it, for undoing. */
export interface Decided {
  state: PlanRow['state'];
  /** Number of the decision; 0: as it was planned. */
  decision: number;
  reason?: RefusalReason;
  /** Sealed with the student's own key. */
  sealedNote?: string;
}

export interface PlanRowRecord extends Decided {
  /** `${planId}:${studentId}:${term}` */
  id: string;
  planId: string;
  studentId: string;
  localId: string;
  schoolId: string;
  grade: number;
  languages: string[];
  term: string;
  urgency: PlanRow['urgency'];
  offerId?: string;
  score?: number;
  minutes?: number;
  mode?: NonNullable<PlanRow['mode']>;
  from?: NonNullable<PlanRow['from']>;
  without?: NonNullable<PlanRow['without']>;
  choices: number;
  /** Offers that were refused for this need in the plans before: they stay out. */
  refusedOffers: string[];
  /** What was so before, the oldest first. */
  past: Decided[];
}

/** Two rows of a plan that go to the same place or nowhere, as far as `active`. */
export interface PlanPairRecord {
  /** `${planId}:${row}:${row}` */
  id: string;
  planId: string;
  /** As in PlanRow.id, in order. */
  rows: [string, string];
  studentIds: string[];
  active: boolean;
  decision: number;
  past: { active: boolean; decision: number }[];
}

/** One decision, for the question what can be undone. */
export interface PlanDecisionRecord {
  /** `${planId}:${number}` */
  id: string;
  planId: string;
  number: number;
  kind: 'accept' | 'refuse' | 'reopen' | 'together' | 'apart';
  /** Rows that it changed; 0 until that is known. */
  rows: number;
  schoolIds: string[];
  accountId?: string;
  at: string;
  undone: boolean;
}

/** A place that a student has been given: in force whatever becomes of the plan. One for each need. */
export interface PlacementRecord {
  /** `${studentId}:${term}`: PlanRow.id. */
  id: string;
  studentId: string;
  term: string;
  schoolId: string;
  offerId: string;
  serviceId: string;
  /**
   * Which of the free places it takes, as in "service-7#0": of two who take the last one at the same moment one finds
   * it taken. Absent once the partner has counted anew: then that count knows of it.
   */
  place?: string;
  score: number;
  minutes: number;
  mode: NonNullable<PlanRow['mode']>;
  from: NonNullable<PlanRow['from']>;
  /** Given by a decision on a plan, or by a referral that was accepted. */
  planId?: string;
  decision?: number;
  referralId?: string;
  accountId?: string;
  at: string;
  /** The student is not at the school any more: the place is others', and comes back with the student. */
  hasLeft?: true;
}

export const plans: CollectionSpec = { name: 'placement_plans', indexes: [] };

export const planRows: CollectionSpec = {
  name: 'placement_rows',
  indexes: [[{ planId: 1, schoolId: 1 }], [{ planId: 1, decision: 1 }], [{ studentId: 1 }]],
};

export const planPairs: CollectionSpec = {
  name: 'placement_pairs',
  indexes: [[{ planId: 1 }], [{ studentIds: 1 }]],
};

export const planDecisions: CollectionSpec = {
  name: 'plan_decisions',
  indexes: [[{ planId: 1, number: -1 }]],
};

export const placements: CollectionSpec = {
  name: 'placements',
  indexes: [
    [{ serviceId: 1 }],
    [{ place: 1 }, { unique: true, sparse: true }],
    [{ studentId: 1 }],
    [{ at: 1 }],
  ],
};

export const planCollections: readonly CollectionSpec[] = [
  plans,
  planRows,
  planPairs,
  planDecisions,
  placements,
];
