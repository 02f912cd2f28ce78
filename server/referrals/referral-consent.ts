import { consentsNaming, missingRecords, type Passing } from '../../core/consents/covers.ts';
import type { RecordCategory } from '../../core/consents/record-category.ts';
import { neededRecord, REFERRAL_PURPOSE, type Referral } from '../../core/referrals/referral.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { ConsentRecord } from '../consents/consent-collection.ts';
import { readConsents } from '../consents/consent-store.ts';
import type { Deps } from '../deps.ts';
import { passingOf } from '../disclosures/passing-of.ts';
import { readNamedStudent } from '../students/named-student-store.ts';

type Asked = Pick<Deps, 'db' | 'rules' | 'sealing'>;

export interface ReferralConsent {
  /** What no live consent lets this partner have, although a referral cannot be without it. */
  missing: RecordCategory[];
  /** The newest consent that named all of this was taken back. */
  isWithdrawn: boolean;
  student: NamedStudent;
  /** All consents of the student. */
  all: ConsentRecord[];
  /** What is asked of them. */
  passing: Passing;
}

/** Whether live consents let a referral reach its partner on a day. Undefined where the student has gone. */
export async function referralConsent(
  deps: Asked,
  referral: Pick<Referral, 'studentId' | 'organizationId' | 'wish'>,
  day: string,
): Promise<ReferralConsent | undefined> {
  const student = await readNamedStudent(deps, referral.studentId);
  if (!student) return undefined;
  const { organizationId } = referral;
  const records = [neededRecord(referral)];
  const passing = await passingOf(deps, student, { organizationId, records, purpose: REFERRAL_PURPOSE }, day);
  const all = await readConsents(deps.db, student.id);
  const [newest] = consentsNaming(all, passing);
  const isWithdrawn = newest?.withdrawnAt !== undefined;
  return { missing: missingRecords(all, passing), isWithdrawn, student, all, passing };
}
