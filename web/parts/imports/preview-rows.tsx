import { FINDING_CODES } from '../../../core/imports/finding-codes.ts';
import type { MappedKind } from '../../../core/imports/import-mapping.ts';
import type { TriedRow } from '../../../core/imports/try-rows.ts';
import type { ImportMappingTexts } from '../../text/import-mapping-en.ts';
import { type Column, Table } from '../table.tsx';
import { type MappingVoice, useMappingWords } from './use-mapping-words.ts';

const SHOWN = 20;

type CellName = {
  [K in keyof ImportMappingTexts]: K extends `cell.${infer N}` ? N : never;
}[keyof ImportMappingTexts];

const CELLS: Readonly<Record<MappedKind, readonly CellName[]>> = {
  'directory-table': ['service', 'organization', 'place', 'point', 'hours', 'phones', 'terms'],
  schools: ['name', 'address', 'grades', 'enrollment', 'point'],
  students: ['id', 'grade', 'languages', 'needs', 'interests'],
  areas: ['id', 'name', 'people', 'point'],
};

/** The first rows as the records that they would become, and what is wrong with them. */
export function PreviewRows({ kind, tried }: { kind: MappedKind; tried: readonly TriedRow[] }) {
  const voice = useMappingWords();
  const { t } = voice;
  const shown = tried.slice(0, SHOWN);
  const bad = tried.filter(({ notes }) => notes.length > 0).length;
  const refused = tried.filter(({ cells }) => !cells).length;
  const columns: Column<TriedRow>[] = [
    { key: 'line', label: t('line'), figure: true, cell: ({ line }) => line },
    ...CELLS[kind].map((name) => ({
      key: name,
      label: t(`cell.${name}`),
      cell: ({ cells }: TriedRow) => cellWords(name, cells, voice),
    })),
    { key: 'findings', label: t('cell.findings'), cell: (row) => <RowFindings row={row} voice={voice} /> },
  ];
  return (
    <div class="section">
      <h3>{t('preview', { n: shown.length })}</h3>
      <p role="status">{t('previewLead', { n: tried.length, bad, refused })}</p>
      <Table
        caption={t('preview', { n: shown.length })}
        columns={columns}
        rows={shown}
        rowKey={({ line }) => String(line)}
      />
    </div>
  );
}

function cellWords(name: CellName, cells: TriedRow['cells'], { t, work }: MappingVoice): string {
  if (!cells) return '–';
  if (name === 'point') return t(cells.point ? 'onMap' : 'notOnMap');
  if (name === 'grade' || name === 'grades')
    return (cells[name] ?? '')
      .split('–')
      .filter(Boolean)
      .map((grade) => work.say.grade(Number(grade)))
      .join(' – ');
  if (name === 'needs' || name === 'interests')
    return (cells[name] ?? '').split(', ').filter(Boolean).map(work.term).join(', ');
  return cells[name] ?? '';
}

function RowFindings({ row: { cells, notes }, voice: { t, field } }: { row: TriedRow; voice: MappingVoice }) {
  return (
    <ul class="small mapping-found">
      {!cells && <li class="refused">{t('refused')}</li>}
      {notes.map(({ code, field: name, detail }) => (
        <li key={`${code} ${name}`}>
          {name && <strong>{field(name)}: </strong>}
          {FINDING_CODES[code]} {detail}
        </li>
      ))}
    </ul>
  );
}
