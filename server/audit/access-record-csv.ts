import type { Response } from 'express';
import type { Access, DisclosureLine } from '../../core/audit/access-record.ts';
import type { Reason } from '../../core/audit/reason.ts';
import { csvRow } from '../../core/csv/csv-row.ts';
import type { Deps } from '../deps.ts';
import { streamEntries } from './find-entries.ts';
import { readPeople } from './read-people.ts';
import { openForStudent } from './seal-details.ts';
import { fieldsFor, viewAccess, viewDisclosure } from './view-entry.ts';

const HEAD = [
  'when (UTC)',
  'who',
  'role',
  'seen through by',
  'action',
  'why',
  'fields',
  'recipient',
  'records',
  'purpose',
  'consent',
];
const BATCH = 200;

/** Everything of one student, the oldest first, as a table to take along. */
export async function sendAccessRecordCsv(
  deps: Pick<Deps, 'db' | 'sealing' | 'rules'>,
  studentId: string,
  language: 'en' | 'es',
  res: Response,
): Promise<void> {
  res.type('text/csv; charset=utf-8').attachment('access-record.csv');
  res.write(csvRow(HEAD));
  const words = new Map(deps.rules.reasons.map((reason) => [reason.code, reason[language]]));
  for await (const batch of batches(deps, studentId)) {
    for (const line of batch) res.write(rowOf(line, words));
  }
  res.end();
}

async function* batches(deps: Pick<Deps, 'db' | 'sealing'>, studentId: string) {
  let entries = [];
  for await (const entry of streamEntries(deps.db, studentId)) {
    if (entries.push(fieldsFor(entry, studentId)) < BATCH) continue;
    yield viewAll(deps, studentId, entries);
    entries = [];
  }
  yield viewAll(deps, studentId, entries);
}

async function viewAll(
  deps: Pick<Deps, 'db' | 'sealing'>,
  studentId: string,
  entries: Parameters<typeof viewAccess>[0][],
): Promise<(Access | DisclosureLine)[]> {
  const people = await readPeople(
    deps.db,
    entries.map(({ actor }) => actor),
  );
  const details = await openForStudent(deps, studentId, entries);
  return entries.map((entry) => {
    const [handed] = viewDisclosure(entry, people, details.get(entry.ref));
    return handed ?? viewAccess(entry, people, details.get(entry.ref));
  });
}

function rowOf(line: Access | DisclosureLine, words: ReadonlyMap<Reason['code'], string>): string {
  const { at, who, action, why = '', fields = [] } = line;
  const handed = 'disclosure' in line ? line.disclosure : undefined;
  return csvRow([
    at,
    who.kind === 'system' ? 'Trellis' : who.name,
    who.roles.join(' '),
    who.viewedBy ?? '',
    action,
    words.get(why) ?? why,
    fields.join(' '),
    handed?.recipient.name ?? '',
    handed?.records.join(' ') ?? '',
    handed?.purpose ?? '',
    handed?.consentId ?? '',
  ]);
}
