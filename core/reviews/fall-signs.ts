import type { Answers } from './review.ts';
import type { ReviewRules } from './review-rules.ts';

/**
 * Why somebody should look: reviews that were worse than the one before, so many in a row · an answer that is much lower
 * than the time before · an answer that is low by itself.
 */
export type FallSign =
  | { kind: 'in-a-row'; count: number }
  | { kind: 'drop'; question: string; from: number; to: number }
  | { kind: 'low'; question: string; answer: number };

/** `earlier`: all reviews before this one, the oldest first. */
export function fallSigns(
  earlier: readonly Answers[],
  now: Answers,
  { inARow, drop, low }: ReviewRules['falling'],
): FallSign[] {
  const signs: FallSign[] = [];
  const all = [...earlier, now];
  const falls = all.slice(-inARow - 1);
  if (falls.length === inARow + 1 && falls.slice(1).every((next, n) => isWorse(falls[n]!, next)))
    signs.push({ kind: 'in-a-row', count: inARow });
  for (const [question, to] of Object.entries(now)) {
    if (to === null) continue;
    const from = earlier.at(-1)?.[question] ?? null;
    if (from !== null && from - to >= drop) signs.push({ kind: 'drop', question, from, to });
    else if (to <= low) signs.push({ kind: 'low', question, answer: to });
  }
  return signs;
}

/** By the questions that were answered both times: what is left out is neither better nor worse. */
function isWorse(before: Answers, after: Answers): boolean {
  let change = 0;
  for (const [question, answer] of Object.entries(after)) {
    const was = before[question] ?? null;
    if (answer !== null && was !== null) change += answer - was;
  }
  return change < 0;
}
