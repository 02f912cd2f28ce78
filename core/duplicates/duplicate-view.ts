import { z } from 'zod';
import { DuplicateKind } from './duplicate-rules.ts';

const Reason = z.object({
  field: z.string(),
  level: z.string(),
  bits: z.number(),
  km: z.number().optional(),
});

/** One of two records that may be one, as they are laid side by side. */
const Side = z.object({
  id: z.string(),
  name: z.string(),
  /** The name of the source that it came from. */
  source: z.string(),
  confidentiality: z.string().optional(),
  /** What it says, line by line, the same fields for both. Empty: it says nothing. */
  fields: z.array(z.object({ field: z.string(), text: z.string() })),
  /** How many services, places or links hang on it. */
  hanging: z.int().min(0),
});
export type DuplicateSide = z.infer<typeof Side>;

/** Two records that may be one, with what speaks for it and against. */
export const DuplicateView = z.object({
  id: z.string(),
  kind: DuplicateKind,
  probability: z.number(),
  reasons: z.array(Reason),
  state: z.enum(['open', 'different']),
  left: Side,
  right: Side,
  /** Why they cannot be merged as they are: services of two organizations. */
  hindrance: z.enum(['other-organization']).optional(),
});
export type DuplicateView = z.infer<typeof DuplicateView>;

export const DuplicateList = z.object({
  items: z.array(DuplicateView),
  total: z.int().min(0),
  /** How many are open of each kind. */
  open: z.record(DuplicateKind, z.int().min(0)),
});
export type DuplicateList = z.infer<typeof DuplicateList>;

/** A merge that was made, as the list tells it. */
export const MergeView = z.object({
  id: z.string(),
  kind: DuplicateKind,
  name: z.string(),
  into: z.object({ id: z.string(), name: z.string() }),
  at: z.string(),
  /** The name of the account; absent where that is gone. */
  by: z.string().optional(),
});
export type MergeView = z.infer<typeof MergeView>;

export const MergeList = z.object({ items: z.array(MergeView), total: z.int().min(0) });
