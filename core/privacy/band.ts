import { z } from 'zod';

/** Between how many students, both included; no upper end in the last band. */
export const Band = z.object({ studentsFrom: z.int(), studentsTo: z.int().nullable() });
export type Band = z.infer<typeof Band>;

/** Upper ends of the bands but the last, as multiples of the threshold: 10 to 19, 20 to 49, 50 and more. */
const ENDS = [2, 5];

/** The band of a figure that may be told, so that nobody reads the figure itself. */
export function bandOf(students: number, threshold: number): Band {
  let from = threshold;
  for (const end of ENDS.map((times) => times * threshold)) {
    if (students < end) return { studentsFrom: from, studentsTo: end - 1 };
    from = end;
  }
  return { studentsFrom: from, studentsTo: null };
}
