import { z } from 'zod';
import { firstMonthOf } from '../schedule/school-year.ts';
import { Words } from '../surveys/words.ts';
import { FigureKind, type Framework, QuestionId } from './framework.ts';

const MOST_QUESTIONS = 150;

export const AssessmentQuestion = z.strictObject({
  id: QuestionId,
  group: QuestionId,
  text: Words,
  figures: z.array(FigureKind).max(4),
});
export type AssessmentQuestion = z.infer<typeof AssessmentQuestion>;

/** The questions of a district, in the order in which they are asked. */
export const QuestionList = z
  .array(AssessmentQuestion)
  .min(1)
  .max(MOST_QUESTIONS)
  .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two questions have one id');

/** What data/assessments asks. */
export function standardQuestions(frameworks: readonly Framework[]): AssessmentQuestion[] {
  return frameworks.flatMap(({ groups }) =>
    groups.flatMap(({ id: group, questions }) => questions.map((question) => ({ ...question, group }))),
  );
}

interface Version {
  questions: readonly AssessmentQuestion[];
  savedAt: string;
}

/**
 * What a district asks in a school year: its last version from before the year's end, so that a change of this year
 * does not change what a past year's figures are worked out from.
 */
export function questionsInYear(
  versions: readonly Version[],
  standard: readonly AssessmentQuestion[],
  year: number,
): readonly AssessmentQuestion[] {
  const before = versions.filter(({ savedAt }) => savedAt < firstMonthOf(year + 1));
  const last = before.reduce<Version | undefined>(
    (newest, each) => (newest && newest.savedAt >= each.savedAt ? newest : each),
    undefined,
  );
  return last?.questions ?? standard;
}
