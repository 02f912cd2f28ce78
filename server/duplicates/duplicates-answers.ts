import { z } from 'zod';
import { RecordKind } from '../../core/corrections/correction.ts';

/** What can be merged: what people judge, and the links of services to places that become twins when they do. */
export const MergedKind = RecordKind;

export const Merged = z.object({
  id: z.string(),
  kind: MergedKind,
  into: z.string(),
  at: z.iso.datetime(),
});
