import { z } from 'zod';
import { type SurveyLanguage, Words } from './words.ts';

export const MOST_OPTIONS = 20;

const Id = z.string().regex(/^[a-z0-9-]{1,60}$/, 'small letters, digits and "-", at most 60');
const base = { id: Id, text: Words };
const Options = z
  .array(z.strictObject({ id: Id, text: Words }))
  .min(2)
  .max(MOST_OPTIONS)
  .refine(
    (options) => new Set(options.map(({ id }) => id)).size === options.length,
    'two options have one id',
  );

export const SurveyQuestion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), ...base, options: Options }),
  z.strictObject({ kind: z.literal('many'), ...base, options: Options }),
  /** From 1 to 5; what the ends mean is said. */
  z.strictObject({ kind: z.literal('scale'), ...base, low: Words, high: Words }),
  z.strictObject({ kind: z.literal('yes-no'), ...base }),
  z.strictObject({ kind: z.literal('text'), ...base }),
  /** What somebody needs, as terms of the taxonomy: such answers become needs. */
  z.strictObject({
    kind: z.literal('needs'),
    ...base,
    terms: z.array(z.string().min(1).max(100)).min(1).max(MOST_OPTIONS),
  }),
]);
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;
export type QuestionKind = SurveyQuestion['kind'];
export const QUESTION_KINDS = [
  'one',
  'many',
  'scale',
  'yes-no',
  'text',
  'needs',
] as const satisfies readonly QuestionKind[];

const SCALE = ['1', '2', '3', '4', '5'];
const YES_NO = ['yes', 'no'];

/** What can be chosen, in the order of the numbered boxes. */
export function choicesOf(question: SurveyQuestion): readonly string[] {
  if (question.kind === 'scale') return SCALE;
  if (question.kind === 'yes-no') return YES_NO;
  if (question.kind === 'needs') return question.terms;
  return question.kind === 'text' ? [] : question.options.map(({ id }) => id);
}

/** Whether more than one box may be ticked. */
export function takesMany({ kind }: SurveyQuestion): boolean {
  return kind === 'many' || kind === 'needs';
}

/** Whether all that is asked stands there in a language. */
export function isSaidIn(question: SurveyQuestion, language: SurveyLanguage): boolean {
  const options = 'options' in question ? question.options.map(({ text }) => text) : [];
  const ends = question.kind === 'scale' ? [question.low, question.high] : [];
  return [question.text, ...options, ...ends].every((words) => words[language] !== undefined);
}
