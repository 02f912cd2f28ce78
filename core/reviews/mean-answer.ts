import type { Answers } from './review.ts';

/** The mean of what was answered, from 1 to 5; null where nothing was. */
export function meanAnswer(answers: Answers): number | null {
  const told = Object.values(answers).filter((answer) => answer !== null);
  return told.length === 0 ? null : told.reduce((sum, answer) => sum + answer, 0) / told.length;
}
