import type { FoundEntry } from '../../../core/audit/access-record.ts';
import { shownName } from '../../../core/students/shown-name.ts';
import { type Column, Table } from '../table.tsx';
import { actionWords, fieldWords, personWords, valueWords } from './audit-words.ts';
import { type AuditVoice, useAudit } from './use-audit.ts';

export function LogTable({ entries }: { entries: readonly FoundEntry[] }) {
  const voice = useAudit();
  return (
    <Table
      caption={voice.t('log.caption')}
      columns={columnsOf(voice)}
      rows={entries}
      rowKey={({ seq }) => String(seq)}
    />
  );
}

function columnsOf(voice: AuditVoice): Column<FoundEntry>[] {
  const { t, work, reason } = voice;
  return [
    { key: 'when', label: t('when'), cell: ({ at }) => work.say.dateTime(at) },
    { key: 'who', label: t('who'), cell: ({ who }) => personWords(who, t, work.say) },
    { key: 'did', label: t('did'), cell: ({ action }) => actionWords(action, 1, t) },
    {
      key: 'whom',
      label: t('log.whom'),
      cell: (entry) => <Students entry={entry} />,
    },
    { key: 'why', label: t('why'), cell: ({ why }) => reason(why) },
    {
      key: 'details',
      label: t('log.details'),
      cell: (entry) => detailLines(entry, voice).map((line) => <p key={line}>{line}</p>),
    },
  ];
}

function Students({ entry: { students, studentCount } }: { entry: FoundEntry }) {
  const { t } = useAudit();
  if (studentCount === 0) return <>–</>;
  if (students.length < studentCount) return <>{t('log.students', { n: studentCount })}</>;
  return (
    <>
      {students.map(({ id, name, localId }) => (
        <p key={id}>
          <a href={`/students/${id}/disclosures`}>{name ? shownName(name) : localId || id}</a>
        </p>
      ))}
    </>
  );
}

function detailLines(
  { changes, fields, disclosure, counts, note }: FoundEntry,
  { t, work }: AuditVoice,
): string[] {
  const lines = (changes ?? []).map(({ field, from, to }) => {
    const said = (value: unknown) => valueWords(field, value, work, t('changed.nothing'));
    return `${fieldWords(field, t)}: ${said(from)} → ${said(to)}`;
  });
  if (!changes && fields) lines.push(work.say.list(fields.map((field) => fieldWords(field, t))));
  if (disclosure) {
    const records = work.say.list(disclosure.records.map((record) => fieldWords(record, t)));
    lines.push(t('log.gaveTo', { name: disclosure.recipient.name || t('given.unknown'), records }));
  }
  for (const [what, count] of Object.entries(counts ?? {})) lines.push(`${what}: ${count}`);
  return note === undefined ? lines : [...lines, note];
}
