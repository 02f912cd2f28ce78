import type { Connection } from 'mongoose';
import type { AuditEntry, SealedDetails, SealedPart } from '../../core/audit/entry.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { studentSealers } from '../sealing/student-sealer.ts';
import { auditEntries } from './audit-collections.ts';
import type { AuditRecord } from './audit-trail.ts';

interface SealParts {
  db: Connection;
  sealing: Sealing;
}

/**
 * Values and words of an entry, sealed for each of its students with the student's own key, so that they cannot be read
 * any more when the student is forgotten; for who is gone already nothing is kept. Without students the ring seals.
 */
export async function sealDetails(
  { db, sealing }: SealParts,
  ref: string,
  { studentIds = [], changes, disclosure, note }: AuditRecord,
): Promise<SealedPart[]> {
  const details: SealedDetails = {
    ...(changes && changes.length > 0 && { changes: [...changes] }),
    ...(disclosure && { recipientName: disclosure.recipient.name, purpose: disclosure.purpose }),
    ...(note !== undefined && { note }),
  };
  if (Object.keys(details).length === 0) return [];
  const text = JSON.stringify(details);
  if (studentIds.length === 0) return [{ text: sealing.seal(text, ringPlace(ref)) }];
  const sealers = await studentSealers({ db, sealing }, studentIds);
  return [...sealers].map(([studentId, sealer]) => ({
    studentId,
    text: sealer.seal(text, studentPlace(ref)),
  }));
}

/** The sealed part of each entry for one student; entries whose key is gone are absent. */
export async function openForStudent(
  parts: SealParts,
  studentId: string,
  entries: readonly Pick<AuditEntry, 'ref' | 'sealed'>[],
): Promise<Map<string, SealedDetails>> {
  const sealer = (await studentSealers(parts, [studentId])).get(studentId);
  const opened = entries.flatMap(({ ref, sealed = [] }) => {
    const part = sealed.find((one) => one.studentId === studentId);
    return sealer && part ? [[ref, JSON.parse(sealer.open(part.text, studentPlace(ref)))] as const] : [];
  });
  return new Map(opened);
}

/** The sealed part of an entry that is about no student. */
export function openWithRing(
  sealing: Sealing,
  { ref, sealed = [] }: Pick<AuditEntry, 'ref' | 'sealed'>,
): SealedDetails | undefined {
  const part = sealed.find(({ studentId }) => studentId === undefined);
  return part && JSON.parse(sealing.open(part.text, ringPlace(ref)));
}

function ringPlace(ref: string) {
  return { collection: auditEntries.name, id: ref, field: 'sealed' };
}

function studentPlace(ref: string): string {
  return `audit/${ref}`;
}
