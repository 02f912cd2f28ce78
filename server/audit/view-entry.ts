import type { Access, DisclosureLine } from '../../core/audit/access-record.ts';
import type { AuditEntry, Disclosure, SealedDetails } from '../../core/audit/entry.ts';
import { toPerson } from './read-people.ts';

type People = Parameters<typeof toPerson>[1];

/** An entry for people to read. `details` is absent where the key of what was sealed is gone. */
export function viewAccess(entry: AuditEntry, people: People, details: SealedDetails | undefined): Access {
  const { seq, at, action, actor, why, fields } = entry;
  const { changes, note } = details ?? {};
  return {
    seq,
    at,
    action,
    who: toPerson(actor, people),
    ...(why !== undefined && { why }),
    ...(fields && { fields }),
    ...(changes && { changes }),
    ...(note !== undefined && { note }),
  };
}

export function viewDisclosure(
  entry: AuditEntry,
  people: People,
  details: SealedDetails | undefined,
): DisclosureLine[] {
  const disclosure = wholeDisclosure(entry, details);
  return disclosure ? [{ ...viewAccess(entry, people, details), disclosure }] : [];
}

/** What was open and what was sealed, put together again. */
export function wholeDisclosure(
  { disclosure }: Pick<AuditEntry, 'disclosure'>,
  details: SealedDetails | undefined,
): Disclosure | undefined {
  return (
    disclosure && {
      ...disclosure,
      recipient: { ...disclosure.recipient, name: details?.recipientName ?? '' },
      purpose: details?.purpose ?? '',
    }
  );
}

/** The fields of one student where an entry is about many. */
export function fieldsFor(entry: AuditEntry, studentId: string): AuditEntry {
  const own = entry.fieldsOfMany?.find(({ studentIds }) => studentIds.includes(studentId));
  return own ? { ...entry, fields: own.fields } : entry;
}
