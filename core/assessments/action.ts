import { z } from 'zod';
import { QuestionId } from './framework.ts';
import { SchoolYear } from './rating.ts';

/** What follows from a gap: who does what by when. */
export const ActionFacts = z.strictObject({
  year: SchoolYear,
  /** The question it is to move. */
  question: QuestionId.nullable(),
  what: z.string().trim().min(1, 'say what is to be done').max(500),
  owner: z.string().trim().min(1, 'say who does it').max(100),
  dueOn: z.iso.date('must be a date such as 2027-06-30'),
});
export type ActionFacts = z.infer<typeof ActionFacts>;

/** `dropped`: it will not be done, and is kept so that one can see it and take that back. */
export const ACTION_STATES = ['open', 'done', 'dropped'] as const;
export const ActionState = z.enum(ACTION_STATES);
export type ActionState = z.infer<typeof ActionState>;

/** People are reminded of an action so many days before its day. */
export const REMIND_DAYS = 7;

export interface Dated {
  state: ActionState;
  dueOn: string;
}

/** Open, and its day is past. */
export function isOverdue({ state, dueOn }: Dated, day: string): boolean {
  return state === 'open' && dueOn < day;
}
