import { z } from 'zod';
import { Position } from '../../core/geo/point.ts';
import { PlanRow, PlanSummary } from '../../core/placement/plan.ts';
import { Urgency } from '../../core/students/student.ts';
import { DOMAIN_IDS } from '../../core/taxonomy/term.ts';

/** What a plan's screen says of an offer. */
export const PlanOffer = z.object({
  id: z.string(),
  serviceId: z.string(),
  name: z.string(),
  organizationName: z.string(),
  locationName: z.string(),
  /** Absent where it may not be told. */
  point: Position.optional(),
  domain: z.enum(DOMAIN_IDS).nullable(),
});

/** `moved`: placed in both, elsewhere · `gained`, `lost`: placed in one of them only · `decided`: the same place or none in both, but another state · `rescored`: the same place and state with another score · `added`, `gone`: a need without a place that the other plan does not know. */
export const ChangeKind = z.enum(['added', 'lost', 'moved', 'gained', 'decided', 'rescored', 'gone']);

/** One need whose rows differ: `a` in the first plan, `b` in the second. */
export const PlanDifference = z.object({
  id: z.string(),
  kind: ChangeKind,
  a: PlanRow.nullable(),
  b: PlanRow.nullable(),
});

export const PlanComparison = z.object({
  offers: z.record(z.string(), PlanOffer),
  schools: z.record(
    z.string(),
    z.object({
      id: z.string(),
      name: z.string(),
      point: Position.optional(),
    }),
  ),
  rows: z.array(PlanDifference),
  a: PlanSummary,
  b: PlanSummary,
  counts: z.object({
    added: z.int(),
    lost: z.int(),
    moved: z.int(),
    gained: z.int(),
    decided: z.int(),
    rescored: z.int(),
    gone: z.int(),
  }),
  /** Most urgent first: needs that gained a place and lost one. */
  byUrgency: z.array(
    z.object({
      urgency: Urgency,
      gained: z.int(),
      lost: z.int(),
      moved: z.int(),
    }),
  ),
  /** Total score of the second minus that of the first. */
  total: z.number(),
});

export const PlanRows = z.object({
  offers: z.record(z.string(), PlanOffer),
  schools: z.record(
    z.string(),
    z.object({
      id: z.string(),
      name: z.string(),
      point: Position.optional(),
    }),
  ),
  rows: z.array(PlanRow),
});
