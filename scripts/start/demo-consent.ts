import { ConsentTerms } from '../../core/consents/consent.ts';
import { lastDay } from '../../core/consents/last-day.ts';
import type { RecordCategory } from '../../core/consents/record-category.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import { accountStore } from '../../server/accounts/account-store.ts';
import { checkConsent } from '../../server/consents/check-consent.ts';
import { insertConsent, readConsents } from '../../server/consents/consent-store.ts';
import { showForm } from '../../server/consents/consent-texts.ts';
import type { Deps } from '../../server/deps.ts';
import { sendDisclosure } from '../../server/disclosures/send-disclosure.ts';
import { readNamedStudent } from '../../server/students/named-student-store.ts';

const PURPOSE = 'give-help';

/**
 * A parent's consent and what was shared under it, so that a newcomer sees the story from all three sides: the
 * school's, the family's and the partner's. Given and sent as anybody's would be; the worker hands it over.
 */
export async function giveDemoConsent(
  deps: Deps,
  { studentId, organizationId }: { studentId: string; organizationId: string },
): Promise<void> {
  const student = await readNamedStudent(deps, studentId);
  const coordinator = await accountStore(deps.db).findByEmail('coordinator@demo.example');
  if (!student || !coordinator || (await readConsents(deps.db, studentId)).length > 0) return;
  const asked = { records: ['name', 'needs', 'free-times'], organizationId, language: 'es' } as const;
  if (!(await signDemoConsent(deps, student, coordinator.id, asked))) return;
  const by = { accountId: coordinator.id, now: deps.clock() };
  await sendDisclosure(deps, student, { organizationId, records: ['name', 'needs'], purpose: PURPOSE }, by);
}

/** What a parent signed on paper today. False where nobody may sign. */
export async function signDemoConsent(
  deps: Pick<Deps, 'db' | 'rules' | 'sealing' | 'clock'>,
  student: NamedStudent,
  accountId: string,
  asked: { records: readonly RecordCategory[]; organizationId: string; language: 'en' | 'es' },
): Promise<boolean> {
  const parent = student.contacts.find(({ mayConsent }) => mayConsent);
  if (!parent) return false;
  const now = deps.clock();
  const signedAt = utcDay(now);
  const terms = ConsentTerms.parse({
    records: asked.records,
    purpose: PURPOSE,
    recipient: { kind: 'organization', id: asked.organizationId },
    expiresAt: lastDay(signedAt),
    language: asked.language,
  });
  const { version, textHash } = await showForm(deps, student, terms);
  const signer = { name: parent.name, relation: parent.relation, contactId: parent.id };
  const signed = { ...terms, version, textHash, signer, method: 'paper' as const, signedAt };
  await insertConsent(deps.db, await checkConsent(deps, student, signed, { accountId, now }));
  return true;
}
