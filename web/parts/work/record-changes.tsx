import type { Access } from '../../../core/audit/access-record.ts';
import type { FieldChange } from '../../../core/audit/entry.ts';
import { type Column, Table } from '../table.tsx';
import { fieldWords, personWords, valueWords } from './audit-words.ts';
import { type AuditVoice, useAudit } from './use-audit.ts';

interface ChangeRow extends FieldChange {
  access: Access;
  /** The values cannot be read any more. */
  gone: boolean;
}

/** Which part was changed, by whom, from what to what. */
export function RecordChanges({ accesses }: { accesses: readonly Access[] }) {
  const voice = useAudit();
  const { t } = voice;
  const rows = accesses.flatMap(rowsOf);
  return (
    <div class="section">
      <h2>{t('changed')}</h2>
      {rows.length === 0 ? (
        <p>{t('changed.none')}</p>
      ) : (
        <Table
          caption={t('changed')}
          columns={columnsOf(voice)}
          rows={rows}
          rowKey={({ access, field }) => `${access.seq} ${field}`}
        />
      )}
    </div>
  );
}

function rowsOf(access: Access): ChangeRow[] {
  if (access.changes) return access.changes.map((change) => ({ ...change, access, gone: false }));
  return (access.fields ?? []).map((field) => ({ field, access, gone: true }));
}

function columnsOf({ t, work }: AuditVoice): Column<ChangeRow>[] {
  const value = ({ field, gone }: ChangeRow, part: unknown) =>
    gone ? t('changed.gone') : valueWords(field, part, work, t('changed.nothing'));
  return [
    { key: 'when', label: t('when'), cell: ({ access }) => work.say.dateTime(access.at) },
    { key: 'who', label: t('who'), cell: ({ access }) => personWords(access.who, t, work.say) },
    { key: 'field', label: t('changed.field'), cell: ({ field }) => fieldWords(field, t) },
    { key: 'from', label: t('changed.from'), cell: (row) => value(row, row.from) },
    { key: 'to', label: t('changed.to'), cell: (row) => value(row, row.to) },
  ];
}
