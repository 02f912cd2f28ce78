import { consentsFor, covers } from '../../core/consents/covers.ts';
import { sharedContent } from '../../core/consents/shared-content.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { readConsents } from '../consents/consent-store.ts';
import type { Deps } from '../deps.ts';
import { readOrganization } from '../directory/directory-store.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import { readNamedStudent } from '../students/named-student-store.ts';
import type { DisclosureRecord } from './disclosure-collection.ts';
import { cancelQueued, markDelivered, readDisclosure } from './disclosure-store.ts';
import { passingOf } from './passing-of.ts';
import { contentAt } from './send-disclosure.ts';
import { sharedMatches } from './shared-matches.ts';

type Asked = Pick<Deps, 'db' | 'rules' | 'sealing' | 'audit' | 'clock'>;

/**
 * Hands over what was asked for, if consents let it pass at this moment; else it is cancelled. A withdrawal between
 * the check and the last write finds it still queued and cancels it, or finds it delivered and closes it. Doing it
 * twice hands over once; the log may then say it twice, but never not at all.
 */
export async function deliverDisclosure(deps: Asked, id: string): Promise<void> {
  const disclosure = await readDisclosure(deps.db, id);
  if (disclosure?.status !== 'queued') return;
  const { studentId, records, organizationId } = disclosure;
  const now = deps.clock();
  const student = await readNamedStudent(deps, studentId);
  const sealer = await studentSealer(deps, studentId);
  const passing = student && (await passingOf(deps, student, disclosure, utcDay(now)));
  const consents = passing ? consentsFor(await readConsents(deps.db, studentId), passing) : [];
  if (!student || !sealer || !passing || !covers(consents, passing)) {
    await cancelQueued(deps.db, { id }, 'no-consent', now);
    return;
  }
  const matches = records.includes('matches') ? await sharedMatches(deps, studentId, organizationId) : [];
  const content = sharedContent(student, matches, records);
  const consentIds = consents.map((consent) => consent.id);
  await writeDown(deps, disclosure, consentIds);
  await markDelivered(deps.db, id, {
    deliveredAt: now.toISOString(),
    consentIds,
    sealedContent: sealer.seal(JSON.stringify(content), contentAt(disclosure)),
  });
}

async function writeDown(deps: Asked, disclosure: DisclosureRecord, consentIds: readonly string[]) {
  const organization = await readOrganization(deps.db, disclosure.organizationId);
  const [consentId] = consentIds;
  await deps.audit.record({
    action: 'system.disclosure-delivered',
    account: null,
    studentIds: [disclosure.studentId],
    on: { kind: 'disclosure', id: disclosure.id },
    why: 'consent',
    disclosure: disclosureEntry(disclosure, organization?.name, consentId),
  });
}

/** A disclosure as the log names it (34 CFR 99.32): who received what, what for, with whose consent. */
export function disclosureEntry(
  { organizationId, records, purpose }: Pick<DisclosureRecord, 'organizationId' | 'records' | 'purpose'>,
  name: string | undefined,
  consentId: string | undefined,
) {
  return {
    recipient: { kind: 'organization' as const, id: organizationId, name: name ?? organizationId },
    records: [...records],
    purpose,
    ...(consentId !== undefined && { consentId }),
  };
}
