import type { BoundingBox } from '../../geo/point.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { Note } from '../finding.ts';
import type { PlacedSource } from '../placed-source.ts';
import type { StagedPhone } from '../read-contacts.ts';
import type { StagedLocation } from '../read-location.ts';
import { readRow, type StagedRow } from '../read-row.ts';

/** What the parts of one row would show as, by the column of a preview; undefined where nothing would come of it. */
export function triedService(
  parts: readonly PlacedSource[],
  tell: Note,
  bounds: BoundingBox | undefined,
): Record<string, string> | undefined {
  const rows = parts.flatMap(({ source, names = {} }) => {
    const named: Note = (note) =>
      tell({ ...note, ...(note.field && { field: names[note.field] ?? note.field }) });
    const row = readRow(source, named, { bounds, file: '' });
    return row ? [{ ...row, fields: source.fields }] : [];
  });
  if (rows.length === 0) return undefined;
  const of = (table: string) => rows.filter((row) => row.table === table);
  const texts = (table: string, say: (row: (typeof rows)[number]) => string | undefined) =>
    [...new Set(of(table).map(say).filter(Boolean))].join(' · ');
  const isMapped = of('location').some(({ value }) => (value as StagedLocation).point);
  const cells = {
    service: texts('service', nameOf),
    organization: texts('organization', nameOf),
    place: [
      texts('location', nameOf),
      texts('address', ({ fields }) => [fields.address_1, fields.city].filter(Boolean).join(', ')),
    ]
      .filter(Boolean)
      .join(' · '),
    point: isMapped ? 'yes' : '',
    hours: texts('schedule', ({ value }) => (value as Schedule[]).map(hoursWords).join(' · ')),
    phones: texts('phone', ({ value }) => (value as StagedPhone).number),
    terms: texts('taxonomy_term', nameOf),
  };
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
}

function nameOf({ value }: StagedRow): string | undefined {
  return (value as { name?: string }).name;
}

/** "MO TU 09:00–17:00", or the words as they came where they could not be read. */
function hoursWords({ byday, opensAt, closesAt, description }: Schedule): string {
  if (opensAt === undefined || closesAt === undefined) return description ? `“${description}”` : '';
  return `${(byday ?? []).join(' ')} ${opensAt}–${closesAt}`;
}
