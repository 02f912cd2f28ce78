import { choicesOf, type SurveyQuestion, takesMany } from '../../../core/surveys/question.ts';

export type Typed = { choices: string[] } | { wrong: string[] } | { tooMany: true };

/** The boxes that were typed by their numbers: "1 4", "1,4" or nothing. */
export function readTyped(question: SurveyQuestion, typed: string): Typed {
  const known = choicesOf(question);
  const numbers = [...new Set(typed.split(/[\s,;.]+/).filter(Boolean))];
  const wrong = numbers.filter((number) => known[Number(number) - 1] === undefined);
  if (wrong.length > 0) return { wrong };
  if (numbers.length > 1 && !takesMany(question)) return { tooMany: true };
  return { choices: numbers.flatMap((number) => known[Number(number) - 1] ?? []) };
}
