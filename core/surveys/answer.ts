import { z } from 'zod';
import { choicesOf, type SurveyQuestion, takesMany } from './question.ts';

const QuestionId = z.string().max(60);
const LONGEST_TEXT = 2_000;

/** Who answers, where a survey asks for it. */
export const AnsweredBy = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** Whom the answer is about; for students themselves it is the same. */
  student: z.string().trim().min(1).max(200),
  number: z.string().trim().max(100).optional(),
  /** Whether what is needed may go into the student's record. */
  mayBecomeNeeds: z.boolean(),
});
export type AnsweredBy = z.infer<typeof AnsweredBy>;

/** What somebody answered: boxes by question, words by question. What is left out was not answered. */
export const AnswerParts = z.strictObject({
  choices: z.record(QuestionId, z.array(z.string().max(100)).min(1).max(20)),
  texts: z.record(QuestionId, z.string().trim().min(1).max(LONGEST_TEXT)),
});
export type AnswerParts = z.infer<typeof AnswerParts>;

/** One answer on its way: its id is made where it is written, so that sending it twice counts once. */
export const AnswerSent = z.strictObject({
  id: z.uuid(),
  ...AnswerParts.shape,
  by: AnsweredBy.optional(),
});
export type AnswerSent = z.infer<typeof AnswerSent>;

/** The same as the public sends it: by the code of the school's link. */
export const AnswerByCode = AnswerSent.extend({ code: z.string().max(40) });
export type AnswerByCode = z.infer<typeof AnswerByCode>;

/** What of an answer does not fit the questions, by its place; an answer without anything fits none. */
export function answerFaults(questions: readonly SurveyQuestion[], { choices, texts }: AnswerParts) {
  const faults: { path: string; message: string }[] = [];
  const byId = new Map(questions.map((question) => [question.id, question]));
  for (const [id, chosen] of Object.entries(choices)) {
    const question = byId.get(id);
    if (!question || question.kind === 'text' || !fits(question, chosen))
      faults.push({ path: `choices.${id}`, message: 'is no answer to a question of this survey' });
  }
  for (const id of Object.keys(texts))
    if (byId.get(id)?.kind !== 'text')
      faults.push({ path: `texts.${id}`, message: 'is no answer to a question of this survey' });
  if (Object.keys(choices).length + Object.keys(texts).length === 0)
    faults.push({ path: 'choices', message: 'nothing is answered' });
  return faults;
}

function fits(question: SurveyQuestion, chosen: readonly string[]): boolean {
  const known = choicesOf(question);
  const isOnce = new Set(chosen).size === chosen.length;
  return (
    isOnce && chosen.every((choice) => known.includes(choice)) && (takesMany(question) || chosen.length === 1)
  );
}

/** The needs that an answer names. */
export function needsIn(
  questions: readonly SurveyQuestion[],
  { choices }: Pick<AnswerParts, 'choices'>,
): string[] {
  const asked = questions.filter(({ kind }) => kind === 'needs');
  return [...new Set(asked.flatMap(({ id }) => choices[id] ?? []))];
}
