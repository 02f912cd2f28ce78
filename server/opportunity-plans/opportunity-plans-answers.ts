import { z } from 'zod';
import { Role } from '../../core/accounts/role.ts';
import { ReferralState } from '../../core/referrals/referral-state.ts';

export const PlanValue = z.union([z.boolean(), z.string()]).nullable();

/** Who wrote it, and with which change. */
export const Written = z.object({
  number: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
});

/** What somebody wrote while somebody else changed the same field, until a person who has seen both chooses. */
export const BesideValue = Written.extend({
  value: PlanValue,
});

/** A field as it stands. */
export const FieldState = z.object({
  value: PlanValue,
  /** Number of the last change that touched it: who saves says which one they saw. */
  version: z.int(),
  /** The change that wrote `value`; absent where nobody has. */
  written: Written.optional(),
  /** What others wrote at the same time: both are shown, and a person chooses. */
  beside: z.array(BesideValue),
});

/** A student who should have a plan. */
export const PlanDue = z.object({
  id: z.string(),
  schoolId: z.string(),
  localId: z.string(),
  grade: z.number(),
  name: z.string().nullable(),
  signs: z.array(
    z.object({
      attribute: z.string(),
      value: z.string(),
    }),
  ),
  hasPlan: z.boolean(),
});

/** Within which part of the students something holds; both ends as shares of 1. */
export const ShareBand = z.object({
  from: z.number(),
  to: z.number(),
});

/** Who wrote what, by the number of the change. */
const PlanPeople = z.record(z.string(), z.object({ name: z.string(), as: Role }));

/** How far the referral is that a step has become. */
const ReferralOfStep = z.object({
  state: ReferralState,
  term: z.string(),
  offerId: z.string(),
  serviceName: z.string(),
  /** It ended with what was asked for: its step may be done. */
  succeeded: z.boolean(),
});

export const OpportunityPlanPage = z.object({
  student: z.object({
    id: z.string(),
    schoolId: z.string(),
    school: z.string(),
    number: z.string(),
    grade: z.number(),
    name: z.string().nullable(),
  }),
  /** Number of the last change; 0 where there is no plan yet. */
  number: z.int(),
  fields: z.record(z.string(), FieldState),
  people: PlanPeople,
  offers: z.record(
    z.string(),
    z.object({
      serviceId: z.string(),
      serviceName: z.string(),
    }),
  ),
  referrals: z.record(z.string(), ReferralOfStep),
  may: z.object({
    progress: z.boolean(),
    steer: z.boolean(),
    change: z.boolean(),
    undo: z.boolean(),
  }),
});

export const OpportunityPlanHistory = z.object({
  items: z.array(
    z.object({
      edits: z.array(
        z.object({
          field: z.string(),
          kind: z.enum(['set', 'beside', 'restore']),
          from: z.union([z.boolean(), z.string()]).nullable(),
          to: PlanValue,
        }),
      ),
      /** As what the account wrote: what it was to the student on that day. */
      as: Role,
      /** The number of the change that this one undid. */
      undoes: z.number().optional(),
      number: z.int(),
      at: z.iso.datetime(),
      by: z.string(),
    }),
  ),
  next: z.number().nullable(),
  people: PlanPeople,
});

export const ChangedOpportunityPlan = OpportunityPlanPage.extend({
  /** Fields that somebody else had changed: both texts are kept, and wait for a choice. */
  beside: z.array(z.string()),
});

export const AddedStep = z.object({
  added: z.boolean(),
});

export const PlansDue = z.object({
  schools: z.record(z.string(), z.string()),
  items: z.array(PlanDue),
  /** How many should have a plan, and how many of them have none. */
  total: z.int(),
  without: z.int(),
  /** Whether the facts that the rules ask for are noted of any of these schools' students. */
  known: z.boolean(),
});

export const SchoolPlans = z.object({
  students: z.int().nullable(),
  shouldHave: z.number().nullable(),
  over: z.boolean().nullable(),
  share: z.number().nullable(),
  end: z.enum(['few', 'most']).nullable(),
  /** When more than this share of a school's students should have one, the school looks at its needs as a whole. */
  schoolShare: z.number(),
  /** UTC, "YYYY-MM-DD". */
  countedOn: z.iso.date(),
  threshold: z.int(),
});

export const RulesPreview = z.object({
  band: ShareBand.nullable(),
});
