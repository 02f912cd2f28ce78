import { recordPath } from '../../../core/quality/mend-path.ts';
import type { QualityRule } from '../../../core/quality/quality-rule.ts';
import type { QualityRow } from '../../../core/quality/quality-view.ts';
import { type Column, Table } from '../table.tsx';
import { MendCell } from './mend-cell.tsx';
import { type QualityVoice, useQuality } from './use-quality.ts';

interface RecordListProps {
  rule: QualityRule;
  rows: readonly QualityRow[];
  onSaid(words: string): void;
}

/** Records that a rule found, each with the way to put it right. */
export function RecordList({ rule, rows, onSaid }: RecordListProps) {
  const voice = useQuality();
  const { t, sayRule } = voice;
  const stands = rows.some(({ found }) => found !== '');
  const columns: Column<QualityRow>[] = [
    { key: 'name', label: t('list.name'), cell: (row) => <NameCell row={row} voice={voice} /> },
    ...(stands ? [{ key: 'stands', label: t('list.stands'), cell: standsCell }] : []),
    { key: 'source', label: t('list.source'), cell: ({ source }) => source },
    {
      key: 'mend',
      label: t('list.mend'),
      cell: (row) => <MendCell rule={rule} row={row} onSaid={onSaid} />,
    },
  ];
  return (
    <Table caption={sayRule(rule)} columns={columns} rows={rows} rowKey={({ kind, id }) => `${kind} ${id}`} />
  );
}

function NameCell({ row, voice: { t } }: { row: QualityRow; voice: QualityVoice }) {
  return (
    <>
      <a href={recordPath(row)}>{row.name}</a> <span class="muted small">{t(`kind.${row.kind}`)}</span>
    </>
  );
}

function standsCell({ found }: QualityRow) {
  return <span class="quality-stands">{found}</span>;
}
