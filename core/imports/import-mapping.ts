import { z } from 'zod';
import type { Crosswalk } from '../taxonomy/crosswalk.ts';
import { TERM_COLUMN } from './directory-table/row-terms.ts';

/** The kinds of files whose columns people can map. */
export const MAPPED_KINDS = ['directory-table', 'schools', 'students', 'areas'] as const;
export const MappedKind = z.enum(MAPPED_KINDS);
export type MappedKind = z.infer<typeof MappedKind>;

export function isMappedKind(kind: string): kind is MappedKind {
  return (MAPPED_KINDS as readonly string[]).includes(kind);
}

const Header = z.string().max(300);
/** "term:food-pantry", "contact_1_name", "B09001_001E": nothing that a database could take for an operator or a path. */
const Field = z.string().regex(/^[A-Za-z][\w:-]{0,99}$/);
/** No table that people keep has more columns. */
const MOST_COLUMNS = 1000;

function atMost<T extends z.ZodType>(value: T, most: number) {
  return z.record(Field, value).refine((record) => Object.keys(record).length <= most, `at most ${most}`);
}

/** What somebody decided about the columns of a source's file, remembered for its next one. No row of it is in here. */
export const ImportMapping = z.strictObject({
  /** Our field → their column; an empty column: this field has none. */
  columns: atMost(Header, MOST_COLUMNS),
  /** What every row says where it says nothing itself; under `terms` ids of ours, parted by semicolons. */
  everyRow: atMost(z.string().max(500), 100).default({}),
  /** Columns of which nothing is kept. */
  leftOut: z.array(Header).max(MOST_COLUMNS).default([]),
  /** The source's categories and what they are in our taxonomy; none: known, and no service of ours. */
  terms: z
    .array(z.strictObject({ name: z.string().min(1).max(300), to: z.array(z.string().max(100)).max(20) }))
    .max(5000)
    .default([]),
  /** The columns of the file for which it was made, so that the next one can be compared. */
  headers: z.array(Header).max(MOST_COLUMNS).default([]),
});
export type ImportMapping = z.infer<typeof ImportMapping>;

/** The mapping's categories as a crosswalk that goes before all others; terms of ours that it names are themselves. */
export function mappingCrosswalk({ columns, everyRow, terms }: Partial<ImportMapping>): Crosswalk {
  const ours = [
    ...Object.keys(columns ?? {}).filter((field) => field.startsWith(TERM_COLUMN)),
    ...(everyRow?.terms ?? '').split(';'),
  ].map((field) => field.replace(TERM_COLUMN, '').trim());
  return {
    taxonomy: ['*', 'AIRS'],
    terms: [...(terms ?? []), ...ours.filter(Boolean).map((id) => ({ name: id, to: [id] }))],
  };
}
