import { z } from 'zod';
import { SharedContent } from '../consents/consents-answers.ts';

/** What a partner reads of a student who was referred to it. */
export const Shown = z.object({
  message: z.string().optional(),
  /** What the student is referred for; nothing of the student's other needs and interests. */
  wish: z.object({
    /** Of a need. */
    urgency: z.number().optional(),
    term: z.string(),
    wish: z.enum(['need', 'interest']),
  }),
  content: SharedContent.pick({
    name: true,
    contacts: true,
    'grade-and-languages': true,
    'free-times': true,
  }),
});
