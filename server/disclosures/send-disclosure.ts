import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Purpose } from '../../core/consents/consent.ts';
import { consentsFor, missingRecords } from '../../core/consents/covers.ts';
import { RecordCategories, type RecordCategory } from '../../core/consents/record-category.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import type { NamedStudent } from '../../core/students/student-identity.ts';
import { readConsents } from '../consents/consent-store.ts';
import type { Deps } from '../deps.ts';
import { AppError, notFound } from '../http/app-error.ts';
import { studentSealer } from '../sealing/student-sealer.ts';
import type { DisclosureRecord } from './disclosure-collection.ts';
import { insertDisclosure } from './disclosure-store.ts';
import { passingOf } from './passing-of.ts';

export const DisclosureRequest = z.strictObject({
  organizationId: z.string().min(1).max(100),
  records: RecordCategories,
  purpose: Purpose,
  message: z.string().trim().min(1).max(1000, 'at most 1,000 characters').optional(),
});
export type DisclosureRequest = z.infer<typeof DisclosureRequest>;

type Asked = Pick<Deps, 'db' | 'rules' | 'sealing' | 'queues'>;

/**
 * Writes down that parts of a record are to be handed over, and asks for it. Whether they may be is asked again when
 * they are handed over, and at each reading.
 * @throws AppError 409 `no-consent`, naming what no live consent covers
 */
export async function sendDisclosure(
  deps: Asked,
  student: NamedStudent,
  { message, ...asked }: DisclosureRequest,
  by: { accountId: string; now: Date },
): Promise<DisclosureRecord> {
  const passing = await passingOf(deps, student, asked, utcDay(by.now));
  const consents = await readConsents(deps.db, student.id);
  const missing = missingRecords(consents, passing);
  if (missing.length > 0) throw noConsent(missing);
  const sealer = await studentSealer(deps, student.id);
  if (!sealer) throw notFound();
  const id = randomUUID();
  const disclosure: DisclosureRecord = {
    ...asked,
    id,
    studentId: student.id,
    schoolId: student.schoolId,
    consentIds: consentsFor(consents, passing).map((consent) => consent.id),
    status: 'queued',
    requestedAt: by.now.toISOString(),
    requestedBy: by.accountId,
    ...(message !== undefined && { sealedMessage: sealer.seal(message, messageAt(id)) }),
  };
  await insertDisclosure(deps.db, disclosure);
  await deps.queues.askSoon('disclosures', 'deliver', { jobId: id });
  return disclosure;
}

/** Where sealed parts of a disclosure lie. The content names its recipient: it opens for no other. */
export function messageAt(id: string): string {
  return `disclosure/${id}/message`;
}

export function contentAt({ id, organizationId }: Pick<DisclosureRecord, 'id' | 'organizationId'>): string {
  return `disclosure/${id}/content/${organizationId}`;
}

function noConsent(missing: readonly RecordCategory[]): AppError {
  return new AppError(
    409,
    'no-consent',
    `No consent that is valid today lets this partner have: ${missing.join(', ')}. Ask the family first; nothing was sent.`,
    missing.map((record) => ({ path: `records.${record}`, message: 'no valid consent covers this' })),
  );
}
