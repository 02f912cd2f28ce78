import { z } from 'zod';

/** The parts of a student's record that can be shared, each named on the form by itself. */
export const RECORD_CATEGORIES = [
  /** Name and student number. Without it a partner reads facts and no name. */
  'name',
  /** Those of the student's contacts who may consent. */
  'contacts',
  'grade-and-languages',
  'needs',
  'interests',
  'free-times',
  /** Which of the recipient's own services fit the student. */
  'matches',
] as const;
export const RecordCategory = z.enum(RECORD_CATEGORIES);
export type RecordCategory = z.infer<typeof RecordCategory>;

/** Each once, in the order of the list above: the same choice gives the same form. */
export const RecordCategories = z
  .array(RecordCategory)
  .min(1, 'choose at least one kind of record')
  .max(50)
  .transform((chosen) => RECORD_CATEGORIES.filter((category) => chosen.includes(category)));
