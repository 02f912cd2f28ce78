import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens');
const Label = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });

/** A program in which a student or a family can be. */
export const ProgramWord = z.strictObject({
  id,
  label: Label,
  /** Other names under which files know it. */
  names: z.array(z.string()).default([]),
});
export type ProgramWord = z.infer<typeof ProgramWord>;

/** Something that the district keeps of its students beside what Trellis knows. */
export const AttributeWord = z.strictObject({
  name: id,
  label: Label,
  values: z.array(z.strictObject({ id, label: Label })).min(1),
});
export type AttributeWord = z.infer<typeof AttributeWord>;

/** The programs and attributes that rules of services and circumstances of students are told in. */
export interface EligibilityWords {
  programs: readonly ProgramWord[];
  attributes: readonly AttributeWord[];
}

export const ProgramWords = z.array(ProgramWord).refine((words) => isDistinct(words.map((word) => word.id)), {
  message: 'an id is there twice',
});

export const AttributeWords = z
  .array(AttributeWord)
  .refine((words) => isDistinct(words.map(({ name }) => name)), { message: 'a name is there twice' })
  .refine((words) => words.every(({ values }) => isDistinct(values.map((value) => value.id))), {
    message: 'a value is there twice',
  });

function isDistinct(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
