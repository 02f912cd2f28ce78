import { z } from 'zod';
import type { Subject } from '../policy/decide.ts';

/** Why somebody saw, changed or received a record: a code, and its words in both languages (data/audit/reasons.json). */
export const Reason = z.strictObject({
  code: z.string().regex(/^[a-z][a-z-]{1,40}$/),
  en: z.string().min(1),
  es: z.string().min(1),
});
export type Reason = z.infer<typeof Reason>;

export const OWN_RECORD = 'own-record';
export const SCHOOL_OFFICIAL = 'school-official';

/** The reason of an ordinary reading: families and students read what is theirs, the others what their work needs. */
export function reasonToRead(account: Pick<Subject, 'grants'> | null, studentIds: readonly string[]): string {
  const own = (account?.grants ?? [])
    .filter(({ role }) => role === 'family' || role === 'student')
    .flatMap((grant) => grant.studentIds);
  return studentIds.every((id) => own.includes(id)) ? OWN_RECORD : SCHOOL_OFFICIAL;
}
