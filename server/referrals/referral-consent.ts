import { consentsNaming, missingRecords, type Passing } from '../../core/consents/covers.ts';
import type { RecordCategory } from '../../core/consents/record-category.ts';
import { groupBy } from '../../core/lists/group-by.ts';
import { neededRecord, REFERRAL_PURPOSE, type Referral } from '../../core/referrals/referral.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import type { ConsentRecord } from '../consents/consent-collection.ts';
import { readConsentsOf } from '../consents/consent-store.ts';
import type { Deps } from '../deps.ts';
import { termsOfEach } from '../disclosures/passing-of.ts';
import { readFormerIds } from '../duplicates/merge-store.ts';
import { readNamedStudents } from '../students/named-student-store.ts';

type Asked = Pick<Deps, 'db' | 'rules' | 'sealing'>;
type Wanted = Pick<Referral, 'studentId' | 'organizationId' | 'wish'>;

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
  referral: Wanted,
  day: string,
): Promise<ReferralConsent | undefined> {
  return (await referralConsents(deps, [referral], day))(referral);
}

/** The same of many in four round trips. */
export async function referralConsents(
  deps: Asked,
  referrals: readonly Wanted[],
  day: string,
): Promise<(referral: Wanted) => ReferralConsent | undefined> {
  const studentIds = referrals.map(({ studentId }) => studentId);
  const [students, consents, terms, former] = await Promise.all([
    readNamedStudents(deps, studentIds),
    readConsentsOf(deps.db, studentIds),
    termsOfEach(
      deps,
      referrals.map(({ organizationId }) => organizationId),
    ),
    readFormerIds(
      deps.db,
      referrals.map(({ organizationId }) => organizationId),
    ),
  ]);
  const consentsOf = byStudent(consents);
  return (referral) => {
    const { studentId, organizationId } = referral;
    const student = students.get(studentId);
    if (!student) return undefined;
    const all = consentsOf.get(studentId) ?? [];
    const organizationTerms = terms.get(organizationId) ?? [];
    const records = [neededRecord(referral)];
    const passing = {
      student,
      organizationId,
      formerIds: former.get(organizationId),
      organizationTerms,
      records,
      purpose: REFERRAL_PURPOSE,
      at: day,
    };
    const [newest] = consentsNaming(all, passing);
    const isWithdrawn = newest?.withdrawnAt !== undefined;
    return { missing: missingRecords(all, passing), isWithdrawn, student, all, passing };
  };
}

/** The newest first. */
function byStudent(consents: readonly ConsentRecord[]): Map<string, ConsentRecord[]> {
  const newest = [...consents].sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
  return groupBy(newest, ({ studentId }) => studentId);
}
