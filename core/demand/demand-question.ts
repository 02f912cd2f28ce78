import { z } from 'zod';

/**
 * Who is counted: all students, those with a need of a term, those of them for whom the newest matching found nothing,
 * enrolment by school, or children by census area.
 */
export const DEMANDS = ['students', 'need', 'unmet', 'enrolment', 'children'] as const;
export type DemandOf = (typeof DEMANDS)[number];

/** Whether students are counted for one kind of help, which has to be named. */
export function isOfTerm(of: DemandOf): of is 'need' | 'unmet' {
  return of === 'need' || of === 'unmet';
}

const Shape = z.object({
  of: z.enum(DEMANDS),
  /** One term of the taxonomy, with all below it; only for `need` and `unmet`. */
  term: z.string().max(100).optional(),
});

/** One term at a time: of two unions of terms the difference could be a handful of students. */
export const DemandQuestion = Shape.refine(({ of, term }) => isOfTerm(of) === (term !== undefined), {
  path: ['term'],
  message: 'one term where students with a need are counted, and none otherwise',
});
export type DemandQuestion = z.infer<typeof DemandQuestion>;
