import { z } from 'zod';
import { SurveyQuestion } from './question.ts';

/** Whom a survey asks. */
export const AUDIENCES = ['families', 'students', 'staff'] as const;
export const Audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof Audience>;

/** Questions for one audience, ready to be picked. */
export const QuestionBank = z.strictObject({
  audience: Audience,
  questions: z
    .array(SurveyQuestion)
    .min(1)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'two questions have one id')
    .refine(
      (all) => all.every((question) => JSON.stringify(question).includes('"es"')),
      'every question is asked in English and Spanish',
    ),
});
export type QuestionBank = z.infer<typeof QuestionBank>;
