import type { Role } from '../accounts/role.ts';
import type { FallSign } from './fall-signs.ts';

/** The place of a face, by question; null where the student would rather not say. */
export type Answers = Readonly<Record<string, number | null>>;

/** One month's review of one student. */
export interface Review {
  studentId: string;
  /** "YYYY-MM" by the district's calendar: there is one a month. */
  month: string;
  /** How often it was changed: a change is made to the one that was read, or not at all. */
  version: number;
  /** Moment of the last change of the answers, by which account, and as what to the student. */
  at: string;
  by: string;
  as: Role;
  answers: Answers;
  /** What the student wants to say besides. */
  note: string;
  /** Why somebody should look after the student; as the rules were on that day. */
  signs: readonly FallSign[];
  /** What was done about it. */
  followUp?: { at: string; by: string; note: string };
}

export const MOST_NOTE = 500;

/** Whether somebody should look after the student and nobody has said that they did. */
export function isFalling({ signs, followUp }: Pick<Review, 'signs' | 'followUp'>): boolean {
  return signs.length > 0 && followUp === undefined;
}

/** Nobody changes what somebody else has said; the student may always say it anew. */
export function mayAnswerAnew({ by }: Pick<Review, 'by'>, who: Pick<Review, 'by' | 'as'>): boolean {
  return by === who.by || who.as === 'student';
}
