import { ConsentTerms } from '../../../core/consents/consent.ts';
import { lastDay } from '../../../core/consents/last-day.ts';
import { dayNumber, isoDate } from '../../../core/schedule/calendar-day.ts';
import { checkConsent, type SignedForm } from '../../../server/consents/check-consent.ts';
import { insertConsent } from '../../../server/consents/consent-store.ts';
import { showForm } from '../../../server/consents/consent-texts.ts';
import type { Deps } from '../../../server/deps.ts';
import { deliverDisclosure } from '../../../server/disclosures/deliver-disclosure.ts';
import { insertDisclosure } from '../../../server/disclosures/disclosure-store.ts';
import { insertReferrals } from '../../../server/referrals/referral-store.ts';
import { readNamedStudent } from '../../../server/students/named-student-store.ts';

interface Shared {
  studentId: string;
  organizationId: string;
  records: string[];
}

/** The form as it reads now, signed by a parent on paper today, for a year if nothing else is said. */
export async function signedForm(
  deps: Deps,
  { studentId, organizationId, records }: Shared,
  days?: number,
): Promise<SignedForm> {
  const student = await readNamedStudent(deps, studentId);
  if (!student) throw new Error(`there is no student ${studentId}`);
  const today = deps.clock().toISOString().slice(0, 10);
  const terms = ConsentTerms.parse({
    records,
    purpose: 'give-help',
    recipient: { kind: 'organization', id: organizationId },
    expiresAt: days === undefined ? lastDay(today) : isoDate(dayNumber(today) + days),
    language: 'en',
  });
  const { version, textHash } = await showForm(deps, student, { ...terms });
  const signer = { name: 'Lee Parker', relation: 'parent' as const };
  return { ...terms, version, textHash, signer, method: 'paper', signedAt: today };
}

/** A consent of the student for the organization, and what was handed over under it. */
export async function shareRecords(
  deps: Deps,
  { studentId, organizationId, records, ids }: Shared & { ids: { consent: string; disclosure: string } },
): Promise<void> {
  const student = await readNamedStudent(deps, studentId);
  if (!student) throw new Error(`there is no student ${studentId}`);
  const signed = await signedForm(deps, { studentId, organizationId, records });
  const by = { accountId: 'somebody', now: deps.clock() };
  const consent = await checkConsent(deps, student, signed, by, ids.consent);
  await insertConsent(deps.db, consent);
  await insertDisclosure(deps.db, {
    id: ids.disclosure,
    studentId,
    schoolId: student.schoolId,
    organizationId,
    records: signed.records,
    purpose: signed.purpose,
    consentIds: [ids.consent],
    status: 'queued',
    requestedAt: by.now.toISOString(),
    requestedBy: by.accountId,
  });
  await deliverDisclosure(deps, ids.disclosure);
}

/** A consent of the student that ends so soon that somebody is to ask for the next. */
export async function signForDays(deps: Deps, shared: Shared, days: number, id: string): Promise<void> {
  const student = await readNamedStudent(deps, shared.studentId);
  if (!student) throw new Error(`there is no student ${shared.studentId}`);
  const signed = await signedForm(deps, shared, days);
  const by = { accountId: 'somebody', now: deps.clock() };
  await insertConsent(deps.db, await checkConsent(deps, student, signed, by, id));
}

/** A referral of the student to the organization that waits for an answer. */
export async function storeReferral(
  { db, clock }: Deps,
  id: string,
  { studentId, organizationId }: Pick<Shared, 'studentId' | 'organizationId'>,
): Promise<void> {
  const at = clock().toISOString();
  await insertReferrals(db, [
    {
      id,
      studentId,
      organizationId,
      serviceId: `service of ${organizationId}`,
      offerId: `offer of ${organizationId}`,
      term: 'tutoring',
      wish: 'need',
      urgency: 2,
      source: { kind: 'hand' },
      state: 'requested',
      stateAt: at,
      dueAt: at,
      version: 0,
      createdAt: at,
      createdBy: 'somebody',
      history: [],
    },
  ]);
}
