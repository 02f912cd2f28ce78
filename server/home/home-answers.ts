import { z } from 'zod';
import { WAITING_KINDS } from '../../core/home/waiting.ts';

/** Something that waits for somebody: so many, and the page on which it is done, already filtered. */
export const WaitingItem = z.object({
  kind: z.enum(WAITING_KINDS),
  count: z.int(),
  /** Since when, or until when, the first of them: a day or a moment. */
  oldest: z.string().optional(),
  address: z.string(),
});

export const Home = z.object({
  items: z.array(WaitingItem),
  putOff: z.array(WaitingItem),
});
