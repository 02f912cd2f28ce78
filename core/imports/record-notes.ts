import type { CsvRecord } from './csv-splitter.ts';
import type { RowNote } from './finding.ts';

/** What is to be said of a record before anybody looks into it. */
export function rowNotes(
  record: Pick<CsvRecord, 'unclosedQuote' | 'tooLong' | 'withheld'>,
  isForeign: boolean,
): RowNote[] {
  if (record.withheld) return [{ code: 'withheld-row', action: 'refused' }];
  const notes: RowNote[] = [];
  if (isForeign) notes.push({ code: 'wrong-encoding', action: 'repaired' });
  if (record.unclosedQuote) notes.push({ code: 'unclosed-quote', action: 'repaired' });
  if (record.tooLong) notes.push({ code: 'record-too-long', action: 'refused' });
  return notes;
}

/** Whether any of the noted lines lies in this record; those before its end are done with. */
export function takeUpTo(lines: number[], end: number, start: number): boolean {
  let found = false;
  while (lines.length > 0 && lines[0]! < end) {
    found ||= lines[0]! >= start;
    lines.shift();
  }
  return found;
}
