import { z } from 'zod';

/** Who is counted: all students, those with a need of a term, enrolment by school, or children by census area. */
export const DEMANDS = ['students', 'need', 'enrolment', 'children'] as const;

const Shape = z.object({
  of: z.enum(DEMANDS),
  /** One term of the taxonomy, with all below it; only for `need`. */
  term: z.string().max(100).optional(),
});

/** One term at a time: of two unions of terms the difference could be a handful of students. */
export const DemandQuestion = Shape.refine(({ of, term }) => (of === 'need') === (term !== undefined), {
  path: ['term'],
  message: 'one term where students with a need are counted, and none otherwise',
});
export type DemandQuestion = z.infer<typeof DemandQuestion>;
