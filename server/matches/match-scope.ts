import { z } from 'zod';

/** Whose matches a run computes. */
export const MatchScope = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('district') }),
  z.strictObject({ scope: z.literal('school'), schoolId: z.string().min(1).max(100) }),
  z.strictObject({
    scope: z.literal('students'),
    studentIds: z.array(z.string().min(1).max(100)).min(1).max(1000),
  }),
]);
export type MatchScope = z.infer<typeof MatchScope>;

/** The scope as a filter on a collection whose student id is in `idField`. */
export function scopeFilter(scope: MatchScope, idField: '_id' | 'studentId'): Record<string, unknown> {
  if (scope.scope === 'school') return { schoolId: scope.schoolId };
  if (scope.scope === 'students') return { [idField]: { $in: scope.studentIds } };
  return {};
}
