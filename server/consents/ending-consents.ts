import type { ConsentFacts } from '../../core/consents/consent.ts';
import { endingSoon } from '../../core/consents/ending-soon.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import type { PolicyStudent } from '../../core/policy/student-resource.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { Account } from '../accounts/account.ts';
import type { Deps } from '../deps.ts';
import { studentsInCare } from '../students/students-in-care.ts';
import { readConsentFacts } from './consent-store.ts';

/** Consents of a student that end soon, the first to end first. */
export interface EndingConsents {
  student: PolicyStudent & { localId: string };
  consents: ConsentFacts[];
}

/**
 * What ends soon of those whom an account can ask to sign again: the students of a coordinator's schools, a family's
 * children, oneself; `isOpen` asks the policy. Who may see a whole district is not told, since asking families is for the schools.
 */
export async function endingConsents(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  account: Account,
  isOpen: (student: PolicyStudent) => boolean,
): Promise<EndingConsents[]> {
  const today = utcDay(clock());
  const students = (await studentsInCare(db, account)).filter(isOpen);
  if (students.length === 0) return [];
  const consents = await readConsentFacts(
    db,
    students.map(({ id }) => id),
    today,
  );
  const byStudent = groupBy(endingSoon(consents, today), ({ studentId }) => studentId);
  return students
    .flatMap((student) => {
      const ending = byStudent.get(student.id);
      return ending ? [{ student, consents: ending }] : [];
    })
    .sort((a, b) => ((a.consents[0]?.expiresAt ?? '') < (b.consents[0]?.expiresAt ?? '') ? -1 : 1));
}
