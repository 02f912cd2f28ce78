import type { BoundingBox } from '../geo/point.ts';
import type { ColumnNames } from './columns.ts';
import { createDirectoryReader, directoryRow } from './directory-table/directory-reader.ts';
import { TableLevels } from './directory-table/table-levels.ts';
import { triedService } from './directory-table/tried-service.ts';
import type { RowNote } from './finding.ts';
import type { ImportMapping, MappedKind } from './import-mapping.ts';
import type { InputRecord } from './input-record.ts';
import { readArea } from './read-area.ts';
import { readSchool } from './read-school.ts';
import { readStudent, type StudentContext } from './read-student.ts';
import { createTableReader } from './table-reader.ts';

/** What one row of a file would become, in words that need no reading of ours, and what was noted of it. */
export interface TriedRow {
  line: number;
  /** By the column of the preview: "service", "place". Not there: nothing would come of the row. */
  cells?: Readonly<Record<string, string>>;
  notes: readonly RowNote[];
}

export interface TryContext {
  known: ColumnNames;
  bounds?: BoundingBox | undefined;
  /** What students are read with. */
  students: StudentContext;
}

/** Reads rows exactly as an import will, and stores nothing: the same readers, in the page. */
export function tryRows(
  kind: MappedKind,
  records: readonly InputRecord[],
  mapping: ImportMapping,
  context: TryContext,
): TriedRow[] {
  return kind === 'directory-table'
    ? tryDirectory(records, mapping, context)
    : tryTable(kind, records, mapping, context);
}

function tryDirectory(
  records: readonly InputRecord[],
  mapping: ImportMapping,
  { bounds, known }: TryContext,
): TriedRow[] {
  const levels = new TableLevels();
  const shape = { known, columns: mapping.columns, needed: [] };
  const table = createTableReader(shape);
  for (const record of records)
    for (const event of table.take(record))
      if ('row' in event) levels.add(directoryRow(event.row.fields, mapping));
  const reader = createDirectoryReader(mapping, levels, '');
  return records.flatMap((record) => {
    const notes: RowNote[] = [];
    const parts = reader.take(record, () => (note) => void notes.push(note));
    if (record.kind === 'header' || record.kind === 'note') return [];
    const cells = triedService(parts, (note) => void notes.push(note), bounds);
    return [{ line: record.line, notes: aboutRows(notes), ...(cells && { cells }) }];
  });
}

/** JSON has no line for its header: what is said of columns comes with its first record. */
function aboutRows(notes: readonly RowNote[]): RowNote[] {
  return notes.filter(({ code }) => code !== 'unknown-column' && code !== 'missing-column');
}

function tryTable(
  kind: Exclude<MappedKind, 'directory-table'>,
  records: readonly InputRecord[],
  { columns }: ImportMapping,
  context: TryContext,
): TriedRow[] {
  const reader = createTableReader({
    known: context.known,
    columns,
    needed: [],
    ...(kind === 'areas' && { outlines: true }),
  });
  return records.flatMap((record) =>
    reader.take(record).flatMap((event) => {
      if (!('row' in event)) return [];
      const { fields, line, notes: before } = event.row;
      const notes: RowNote[] = [...before];
      const isRefused = before.some(({ action }) => action === 'refused');
      const cells = isRefused ? undefined : cellsOf(kind, fields, (note) => void notes.push(note), context);
      return [{ line, notes, ...(cells && { cells }) }];
    }),
  );
}

function cellsOf(
  kind: Exclude<MappedKind, 'directory-table'>,
  fields: Record<string, string>,
  note: (note: RowNote) => void,
  { bounds, students }: TryContext,
): Record<string, string> | undefined {
  if (kind === 'areas') {
    const area = readArea(fields, note, bounds);
    return area && said({ id: area.id, name: area.name, people: area.people, point: area.point && 'yes' });
  }
  if (kind === 'schools') {
    const read = readSchool(fields, note, bounds);
    if (!read) return undefined;
    const { name, address, lowestGrade, highestGrade, enrollment, point } = read.school;
    const grades = lowestGrade === undefined ? undefined : `${lowestGrade}–${highestGrade ?? ''}`;
    return said({ name, address, grades, enrollment, point: point && 'yes' });
  }
  const student = readStudent(fields, note, students);
  if (!student) return undefined;
  const { localId, grade, languages, needs, interests } = student;
  const terms = (list: readonly { term: string }[] = []) => list.map(({ term }) => term).join(', ');
  return said({
    id: localId,
    grade,
    languages: languages?.join(', '),
    needs: terms(needs),
    interests: terms(interests),
  });
}

function said(cells: Record<string, string | number | undefined>): Record<string, string> {
  const filled = Object.entries(cells).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(filled.map(([name, value]) => [name, String(value)]));
}
