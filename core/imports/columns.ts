import { normalizeHeader } from './map-headers.ts';

/** Which column holds which field of ours: from a mapping that people give, or from names that are known. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

/**
 * The column of each field, by position. A mapping (`{name: 'SCHOOL NAME'}`) goes before known names; for the rest the
 * first known name that the file has and the mapping has not given to another field. A field that is mapped to nothing
 * (`{name: ''}`) has no column.
 */
export function mapColumns(
  headers: readonly string[],
  known: ColumnNames,
  mapping: Readonly<Record<string, string>> = {},
): Map<string, number> {
  const names = headers.map(normalizeHeader);
  const columns = new Map<string, number>();
  for (const [field, column] of Object.entries(mapping)) {
    const index = column === '' ? -1 : names.indexOf(normalizeHeader(column));
    if (index >= 0) columns.set(field, index);
  }
  const given = new Set(columns.values());
  for (const [field, aliases] of Object.entries(known)) {
    if (columns.has(field) || mapping[field] === '') continue;
    const index = [field, ...aliases]
      .map((name) => names.indexOf(normalizeHeader(name)))
      .find((at) => at >= 0 && !given.has(at));
    if (index !== undefined) columns.set(field, index);
  }
  return columns;
}
