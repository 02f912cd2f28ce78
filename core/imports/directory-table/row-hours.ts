import { DAYS } from './directory-columns.ts';
import type { FlatRow } from './flat-row.ts';
import { type TablePart, tablePart } from './table-part.ts';

/** Opening hours: one text, and a column for each day of the week. */
export function rowHours(row: FlatRow, link: string, id: string): TablePart[] {
  const given = (field: string, description: string): TablePart => ({
    ...tablePart('schedule', row, {}, { id: `${id}/${field}`, [link]: id, description }),
    names: { description: field },
  });
  const days = DAYS.map((day) => [`hours_${day}`, day, row.cell(`hours_${day}`)] as const)
    .filter(([, , text]) => text !== '' && !isClosed(text))
    .map(([field, day, text]) => given(field, `${day[0]!.toUpperCase()}${day.slice(1)}: ${text}`));
  const hours = row.cell('hours');
  return hours ? [given('hours', hours), ...days] : days;
}

/** A day without hours is a closed day. */
function isClosed(text: string): boolean {
  return /^(?:closed|cerrado)\.?$/i.test(text);
}
