import type { z } from 'zod';
import type { Assembly, Family } from './family.ts';

/** The record in its shape; what does not fit is refused whole, with the reason. */
export function checked<T extends z.ZodType>(
  shape: T,
  family: Family,
  assembly: Assembly,
  record: z.input<T>,
): z.output<T> | undefined {
  const result = shape.safeParse(record);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  assembly.tell(
    { code: 'invalid-record', field: issue.path.join('.'), action: 'refused', detail: issue.message },
    family.own.place,
  );
  return undefined;
}
