import { z } from 'zod';
import { RunFinding } from '../jobs/run-finding.ts';
import { Urgency } from '../students/student.ts';
import { TravelMode } from '../travel/travel.ts';

/** The usual ways of grouping; data/placement/groups.json may hold more (grouping.ts). */
export const FAIRNESS_GROUPS = ['school', 'grade', 'language', 'locale'] as const;
/** By what a plan can be looked at, and among what it can be made fair: the id of a grouping. */
export const FairnessGroup = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);
export type FairnessGroup = z.infer<typeof FairnessGroup>;

/** What a plan is made of. */
export const PlanParams = z.strictObject({
  scope: z.enum(['district', 'school']),
  /** With scope `school`. */
  schoolId: z.string().min(1).max(100).optional(),
  title: z.string().trim().min(1).max(200).optional(),
  /** Only needs of these terms and of what lies below them; absent: all needs. */
  terms: z.array(z.string()).min(1).max(50).optional(),
  /** Among all best plans the one with the smallest gap between these groups. */
  fairBy: FairnessGroup.optional(),
  /** A plan whose accepted, refused and kept-together choices go on: what is left is planned anew. */
  basedOn: z.uuid().optional(),
});
export type PlanParams = z.infer<typeof PlanParams>;

/**
 * `proposed`: the plan's own · `accepted`, `refused`: what a person decided (a refused row is out of this plan) ·
 * `unplaced`: nothing for this need, `without` says why.
 */
export const ROW_STATES = ['proposed', 'accepted', 'refused', 'unplaced'] as const;
export const RowState = z.enum(ROW_STATES);
export type RowState = z.infer<typeof RowState>;

/**
 * Why a need goes without: no offer passes the hard limits · all that do are taken by others · all were refused · there
 * is no room for it together with those it is kept together with.
 */
export const WITHOUT = ['no-match', 'no-room', 'all-refused', 'not-together'] as const;
export type Without = (typeof WITHOUT)[number];

export const REFUSAL_REASONS = [
  'family-declined',
  'student-declined',
  'not-suitable',
  'partner-declined',
  'travel',
  'time',
  'other',
] as const;
export const RefusalReason = z.enum(REFUSAL_REASONS);
export type RefusalReason = z.infer<typeof RefusalReason>;

/** One need of one student in a plan. */
export const PlanRow = z.object({
  /** `${studentId}:${term}`: the same need in every plan. */
  id: z.string(),
  studentId: z.string(),
  /** The district's student number. */
  localId: z.string(),
  schoolId: z.string(),
  grade: z.int(),
  term: z.string(),
  urgency: Urgency,
  state: RowState,
  /** Absent where unplaced. */
  offerId: z.string().optional(),
  /** 0 to 1, four decimals; absent where unplaced. */
  score: z.number().optional(),
  minutes: z.number().optional(),
  mode: TravelMode.optional(),
  from: z.enum(['school', 'home']).optional(),
  without: z.enum(WITHOUT).optional(),
  /** How many offers pass the hard limits for this need. */
  choices: z.int().min(0),
  reason: RefusalReason.optional(),
  note: z.string().optional(),
  /** Rows of brothers and sisters that go to the same place or nowhere, from the next planning on. */
  togetherWith: z.array(z.string()).optional(),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** Verified by a checker of its own, in time linear in the edges, before the plan was stored. */
export const PlanCertificate = z.object({
  /** True: nothing better is possible under these choices. False: `gap` bounds how much better it could be. */
  optimal: z.boolean(),
  checkedAt: z.string(),
  /** Upper bound minus value, in score points (a score of 1 is 1). */
  gap: z.number().min(0),
  requests: z.int().min(0),
  edges: z.int().min(0),
  solveMs: z.number().min(0),
  checkMs: z.number().min(0),
});
export type PlanCertificate = z.infer<typeof PlanCertificate>;

/** What a screen shows above the rows, counted over the rows that the asker may see. */
export const PlanSummary = z.object({
  id: z.string(),
  /** False: the plan has schools that the asker may not see; they are in none of the figures. */
  whole: z.boolean(),
  number: z.int(),
  title: z.string(),
  params: PlanParams,
  createdAt: z.string(),
  counts: z.record(RowState, z.int().min(0)),
  byUrgency: z.array(z.object({ urgency: Urgency, needs: z.int(), placed: z.int() })),
  /** Sum and mean of the scores of proposed and accepted rows. */
  total: z.number(),
  meanScore: z.number().nullable(),
  certificate: PlanCertificate,
  findings: z.array(RunFinding),
  /** What the last decision was, where one can be undone. */
  undo: z
    .object({ kind: z.enum(['accept', 'refuse', 'reopen', 'together', 'apart']), rows: z.int() })
    .nullable(),
  /** Something it was made of has changed since: students, partners or weights. */
  stale: z.boolean(),
});
export type PlanSummary = z.infer<typeof PlanSummary>;

/**
 * Why a row could not be decided on as asked: no place is free any more · the need has another place · the offer has
 * gone or may not be shown any more · the need has gone, or the student · the plan has no offer for it · the partner
 * has given the place by a referral, which ends first · somebody decided on it at the same moment.
 */
export const PLAN_CONFLICTS = [
  'full',
  'placed',
  'offer-gone',
  'need-gone',
  'unplaced',
  'referred',
  'changed',
] as const;
export const PlanConflict = z.object({ row: z.string(), code: z.enum(PLAN_CONFLICTS) });
export type PlanConflict = z.infer<typeof PlanConflict>;

/** What came of a decision: the rows that it changed, as they are now, and those that it could not change. */
export const PlanChange = z.object({
  summary: PlanSummary,
  rows: z.array(PlanRow),
  conflicts: z.array(PlanConflict),
});
export type PlanChange = z.infer<typeof PlanChange>;

/** The share served and the mean score of one group. Null and `hidden`: fewer than the threshold, or near them. */
export const FairnessRow = z.object({
  group: z.string(),
  /** A school's name, a grade, a language code, a locale, a band's id; `unknown` where nobody knows. */
  label: z.string(),
  needs: z.int().nullable(),
  placed: z.int().nullable(),
  share: z.number().nullable(),
  /** Where the share is not told: fewer students than the threshold are served, or fewer go without. */
  end: z.enum(['few', 'most']).nullable(),
  meanScore: z.number().nullable(),
  hidden: z.boolean(),
});
export type FairnessRow = z.infer<typeof FairnessRow>;

export const PlanFairness = z.object({
  by: FairnessGroup,
  rows: z.array(FairnessRow),
  /** Largest share minus smallest among the groups that are told; null with fewer than two. */
  gap: z.number().nullable(),
  threshold: z.int(),
});
export type PlanFairness = z.infer<typeof PlanFairness>;
