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

type SealedEntry = Pick<AuditEntry, 'ref' | 'sealed'>;

/** The sealed part of each entry for one student, by `ref`; entries whose key is gone are absent. */
export function openForStudent(parts: SealParts, studentId: string, entries: readonly SealedEntry[]) {
  return openDetails(parts, entries, (part) => part.studentId === studentId);
}

/** The sealed part of each entry, by `ref`: that of a student who is still there, or that of the ring. */
export async function openDetails(
  parts: SealParts,
  entries: readonly SealedEntry[],
  wanted: (part: SealedPart) => boolean = () => true,
): Promise<Map<string, SealedDetails>> {
  const sealed = entries.flatMap(({ ref, sealed = [] }) =>
    sealed.filter(wanted).map((part) => ({ ref, part })),
  );
  const ids = sealed.flatMap(({ part }) => part.studentId ?? []);
  const sealers = await studentSealers(parts, [...new Set(ids)]);
  const opened = new Map<string, SealedDetails>();
  for (const { ref, part } of sealed) {
    const { studentId, text } = part;
    const sealer = studentId === undefined ? undefined : sealers.get(studentId);
    if (studentId === undefined) opened.set(ref, JSON.parse(parts.sealing.open(text, ringPlace(ref))));
    else if (sealer) opened.set(ref, JSON.parse(sealer.open(text, studentPlace(ref))));
  }
  return opened;
}

function ringPlace(ref: string) {
  return { collection: auditEntries.name, id: ref, field: 'sealed' };
}

function studentPlace(ref: string): string {
  return `audit/${ref}`;
}
