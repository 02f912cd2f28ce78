import { type HsdsTable, isRecordTable, tableRule } from './hsds-tables.ts';
import { mapHeaders, tableByName } from './map-headers.ts';
import type { SourceRow } from './source-row.ts';

type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;

/** Nested objects that the record points to, rather than being pointed at by them. */
const OWNERS: ReadonlyMap<string, [HsdsTable, string]> = new Map(
  Object.entries({
    organization: ['organization', 'organization_id'],
    program: ['program', 'program_id'],
    location: ['location', 'location_id'],
    service: ['service', 'service_id'],
    taxonomy_term: ['taxonomy_term', 'taxonomy_term_id'],
    taxonomy_detail: ['taxonomy', 'taxonomy_id'],
    unit: ['unit', 'unit_id'],
  } satisfies Record<string, [HsdsTable, string]>),
);

/** Deeper nesting than HSDS has anywhere is not followed. */
const MAXIMUM_DEPTH = 8;

/**
 * Takes a nested HSDS 3 record apart into the rows that tables would hold: what it contains points back to it
 * (a phone of a service gets `service_id`), what it names it points to (`organization` becomes `organization_id`).
 */
export function flattenRecord(record: JsonObject, table: HsdsTable): SourceRow[] {
  const rows: SourceRow[] = [];
  flatten(record, table, {}, '', 0, rows);
  return rows;
}

function flatten(
  record: JsonObject,
  table: HsdsTable,
  given: Readonly<Record<string, string>>,
  fallbackId: string,
  depth: number,
  rows: SourceRow[],
): string {
  const scalars: [string, string][] = [];
  const lists: [HsdsTable, readonly JsonObject[]][] = [];
  const found: Record<string, string> = {};
  const own = scalar(record.id) || fallbackId;
  const children: (() => void)[] = [];
  for (const [key, value] of Object.entries(record)) {
    const owner = OWNERS.get(key);
    if (owner && isObject(value) && depth < MAXIMUM_DEPTH) {
      const [ownerTable, link] = owner;
      // A program belongs to the organization of the service that it stands in.
      const isFirst = ownerTable === 'organization';
      children[isFirst ? 'unshift' : 'push'](() => {
        const organization = found.organization_id ?? given.organization_id ?? scalar(record.organization_id);
        const above = ownerTable === 'program' && organization ? { organization_id: organization } : {};
        const ownerId = flatten(value, ownerTable, above, '', depth + 1, rows);
        if (ownerId) found[link] = ownerId;
      });
      continue;
    }
    // What our own profile says in words goes where HSDS would have it in its format.
    if (key === 'as_told' && isObject(value)) {
      for (const [field, words] of Object.entries(value)) scalars.push([field, scalar(words)]);
      continue;
    }
    const list = Array.isArray(value) ? listTable(key, value) : undefined;
    if (list && depth < MAXIMUM_DEPTH) lists.push(list);
    else if (value !== null && value !== undefined) scalars.push([key, scalar(value)]);
  }
  const at = rows.length;
  for (const follow of children) follow();
  rows.splice(at, 0, toRow(table, scalars, { ...given, ...found, ...(own ? { id: own } : {}) }, depth > 0));
  for (const [childTable, items] of lists) {
    for (const [index, item] of items.entries()) {
      flatten(
        item,
        childTable,
        linkTo(table, own, childTable),
        `${own}/${childTable}/${index + 1}`,
        depth + 1,
        rows,
      );
    }
  }
  return own;
}

function listTable(key: string, value: readonly Json[]): [HsdsTable, readonly JsonObject[]] | undefined {
  const table = tableByName(key)[0];
  const items = value.filter(isObject);
  return table && items.length === value.length && items.length > 0 ? [table, items] : undefined;
}

function linkTo(table: HsdsTable, id: string, child: HsdsTable): Record<string, string> {
  if (id === '') return {};
  if (child === 'attribute') return { link_id: id, link_entity: table };
  if (child === 'metadata') return { resource_id: id, resource_type: table };
  return { [`${table}_id`]: id };
}

function toRow(
  table: HsdsTable,
  scalars: readonly [string, string][],
  given: Readonly<Record<string, string>>,
  embedded: boolean,
): SourceRow {
  const { fields: names, unknown } = mapHeaders(
    scalars.map(([key]) => key),
    tableRule(table),
  );
  const fields: Record<string, string> = {};
  for (const [index, name] of names.entries()) if (name) fields[name] = scalars[index]![1];
  const extra = unknown.map(({ index, header }) => ({ name: header, value: scalars[index]![1] }));
  // A child without an id of its own needs none, except that others may point at it.
  if (!isRecordTable(table) || !given.id?.includes('/')) Object.assign(fields, given);
  else Object.assign(fields, { ...given, id: fields.id ?? '' });
  return { table, fields, extra: extra.filter(({ value }) => value !== ''), embedded };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a cell of a table would hold it. Lists of plain values are joined as HSDS joins them. */
function scalar(value: Json): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  return isPlainList ? value.join(',') : JSON.stringify(value);
}
