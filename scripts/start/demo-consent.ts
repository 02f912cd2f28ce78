import { ConsentTerms } from '../../core/consents/consent.ts';
import { lastDay } from '../../core/consents/last-day.ts';
import { accountStore } from '../../server/accounts/account-store.ts';
import { checkConsent } from '../../server/consents/check-consent.ts';
import { insertConsent, readConsents } from '../../server/consents/consent-store.ts';
import { showForm } from '../../server/consents/consent-texts.ts';
import type { Deps } from '../../server/deps.ts';
import { sendDisclosure } from '../../server/disclosures/send-disclosure.ts';
import { readNamedStudent } from '../../server/students/named-student-store.ts';

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
  const parent = student?.contacts.find(({ mayConsent }) => mayConsent);
  if (!student || !coordinator || !parent || (await readConsents(deps.db, studentId)).length > 0) return;
  const now = deps.clock();
  const signedAt = now.toISOString().slice(0, 10);
  const by = { accountId: coordinator.id, now };
  const terms = ConsentTerms.parse({
    records: ['name', 'needs', 'free-times'],
    purpose: 'give-help',
    recipient: { kind: 'organization', id: organizationId },
    expiresAt: lastDay(signedAt),
    language: 'es',
  });
  const { version, textHash } = await showForm(deps, student, terms);
  const signer = { name: parent.name, relation: parent.relation, contactId: parent.id };
  const signed = { ...terms, version, textHash, signer, method: 'paper' as const, signedAt };
  await insertConsent(deps.db, await checkConsent(deps, student, signed, by));
  const { purpose } = terms;
  await sendDisclosure(deps, student, { organizationId, records: ['name', 'needs'], purpose }, by);
}
