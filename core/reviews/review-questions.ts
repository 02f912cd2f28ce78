import { z } from 'zod';

const Words = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });

/** From the worst to the best; an answer is the place of its face, counted from 1. */
export const SCALE = 5;

const Question = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  ask: Words,
  /** Where there is little room: in tables. */
  short: Words,
});

/** What is asked every month (data/reviews/questions.json): few enough for a minute. */
export const ReviewQuestions = z
  .strictObject({
    source: z.string(),
    /** In words; they are drawn, too. */
    faces: z.array(Words).length(SCALE),
    questions: z.array(Question).min(1).max(6),
  })
  .refine(({ questions }) => new Set(questions.map(({ id }) => id)).size === questions.length, {
    message: 'two questions have one id',
    path: ['questions'],
  });
export type ReviewQuestions = z.infer<typeof ReviewQuestions>;
export type ReviewQuestion = z.infer<typeof Question>;
