import { z } from 'zod';
import { ConsentWords, SharedContent, StillShared } from '../consents/consents-answers.ts';
import { listOf } from '../http/list-of.ts';

export const RequestedDisclosure = z.object({
  id: z.string(),
  status: z.enum(['cancelled', 'queued', 'delivered']),
  requestedAt: z.iso.datetime(),
});

/** Something that was shared with a partner, as the partner sees it in a list. */
export const DisclosureState = StillShared.extend({
  id: z.string(),
  organization: z.string(),
  from: z.object({ school: z.string(), person: z.string() }),
  purpose: z.string(),
  deliveredAt: z.iso.datetime().optional(),
  /** The partner says that what it had kept is deleted. */
  deletionConfirmedAt: z.iso.datetime().optional(),
});

export const DisclosureList = listOf(DisclosureState).extend({ words: ConsentWords });

export const DisclosurePage = DisclosureState.extend({
  words: ConsentWords,
  message: z.string().optional(),
  content: SharedContent,
});
