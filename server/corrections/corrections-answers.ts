import { z } from 'zod';
import { RecordKind } from '../../core/corrections/correction.ts';

/** Who corrected a field: somebody by name (empty: the account has gone), or a tool. */
export const CorrectorView = z.union([
  z.object({
    name: z.string(),
  }),
  z.object({
    tool: z.enum(['geocoder', 'merge']),
  }),
]);

/** What a source says of a field since somebody corrected it, and nobody has answered yet. */
export const Proposal = z.object({
  value: z.unknown(),
  at: z.iso.datetime(),
  source: z.string(),
});

/** A field of a record, with where its value comes from. */
export const FieldView = z.object({
  field: z.string(),
  value: z.unknown(),
  /** Since when the source says what it says; absent: nobody noted it. */
  since: z.string().optional(),
  corrected: z
    .object({
      by: CorrectorView,
      at: z.iso.datetime(),
      sourceValue: z.unknown(),
    })
    .optional(),
  proposal: Proposal.optional(),
  /** To be sent with a change: who has not seen the newest value is told so. */
  version: z.string(),
});

export const RecordView = z.object({
  kind: RecordKind,
  id: z.string(),
  name: z.string(),
  /** The name of the source. */
  source: z.string(),
  items: z.array(FieldView),
});

/** Something else that a source says of a field since somebody corrected it. */
export const ProposalView = z.object({
  kind: RecordKind,
  id: z.string(),
  name: z.string(),
  by: CorrectorView,
  at: z.iso.datetime(),
  value: z.unknown(),
  field: z.string(),
  /** To be sent with a change: who has not seen the newest value is told so. */
  version: z.string(),
  proposal: Proposal,
});

export const ProposalList = z.object({
  items: z.array(ProposalView),
  total: z.int(),
  /** All that are open to who asks, by source. */
  sources: z.array(
    z.object({
      source: z.string(),
      count: z.int(),
    }),
  ),
});

export const AnsweredProposals = z.object({
  items: z.array(ProposalView),
  total: z.int(),
  /** All that are open to who asks, by source. */
  sources: z.array(
    z.object({
      source: z.string(),
      count: z.int(),
    }),
  ),
  answered: z.int(),
});
