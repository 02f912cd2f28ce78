import { z } from 'zod';

/** Bounded, but not checked further: what is no link is answered like one that works no more. */
export const Link = z.string().max(200);

const Note = z.string().trim().min(1, 'write a few words').max(1000, 'at most 1,000 characters');

/** What a partner says: yes, no with a reason of the list, or a question. */
export const AnswerBody = z.discriminatedUnion('answer', [
  z.strictObject({ link: Link, answer: z.literal('yes'), note: Note.optional() }),
  z.strictObject({ link: Link, answer: z.literal('no'), reason: z.string().max(100), note: Note.optional() }),
  z.strictObject({ link: Link, answer: z.literal('ask'), note: Note }),
]);
export type AnswerBody = z.infer<typeof AnswerBody>;
