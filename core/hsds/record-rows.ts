import { type HsdsObject, type HsdsValue, objectIn, partsIn } from './hsds-object.ts';
import type { TableName } from './tables.ts';

/** A row of a table, by its columns. */
export interface HsdsRow {
  table: TableName;
  cells: Readonly<Record<string, string | number | boolean>>;
}

/** The lists of a record whose items are rows of their own, with the table that takes them. */
const LISTS: Readonly<Record<string, TableName>> = {
  programs: 'program',
  service_at_locations: 'service_at_location',
  phones: 'phone',
  contacts: 'contact',
  addresses: 'address',
  schedules: 'schedule',
  other_schedules: 'other_schedule',
  holiday_schedules: 'holiday_schedule',
  funding: 'funding',
  service_areas: 'service_area',
  required_documents: 'required_document',
  languages: 'language',
  accessibility: 'accessibility',
  cost_options: 'cost_option',
  capacities: 'service_capacity',
  incomplete_capacities: 'other_capacity',
  attributes: 'attribute',
  metadata: 'metadata',
};

/** Records beside the record that have rows elsewhere. */
const ELSEWHERE = new Set(['organization', 'program', 'location', 'service', 'locations', 'services']);

/** What many records share: the row that it becomes, and the column by which they name it. */
const SHARED: Readonly<Record<string, TableName>> = {
  unit: 'unit',
  taxonomy_term: 'taxonomy_term',
  taxonomy_detail: 'taxonomy',
};

/**
 * A whole record of HSDS as rows of its tabular form: its own row, then those of its parts, each naming what it belongs
 * to. What many records share (units, terms, taxonomies) comes with each of them. What HSDS's tables do not take stands
 * in tables beside them, in the same columns: places at one location, attributes without a term, other schedules.
 */
export function recordRows(table: TableName, record: HsdsObject): HsdsRow[] {
  return rowsOf(table, record, {});
}

function rowsOf(table: TableName, record: HsdsObject, given: Readonly<Record<string, string>>): HsdsRow[] {
  const cells: Record<string, string | number | boolean> = { ...given };
  const parts: HsdsRow[] = [];
  for (const [field, value] of Object.entries(record)) {
    const list = LISTS[field];
    const shared = SHARED[field];
    const whole = objectIn(record, field);
    if (list && Array.isArray(value)) {
      const link = linkTo(list, table, record);
      parts.push(...partsIn(record, field).flatMap((item) => rowsOf(tableOf(list, table, item), item, link)));
    } else if (shared && whole) {
      cells[`${shared}_id`] = String(whole.id);
      parts.push(...rowsOf(shared, whole, {}));
    } else if (!ELSEWHERE.has(field)) cells[field] = cell(value);
  }
  return [{ table, cells }, ...parts];
}

function tableOf(list: TableName, owner: TableName, item: HsdsObject): TableName {
  if (list === 'attribute' && item.taxonomy_term_id === undefined) return 'other_attribute';
  return list === 'service_capacity' && owner !== 'service' ? 'other_capacity' : list;
}

/** Attributes and recorded changes name what they are about themselves. */
function linkTo(list: TableName, owner: TableName, record: HsdsObject): Record<string, string> {
  if (list === 'attribute' || list === 'metadata') return {};
  return { [`${owner}_id`]: String(record.id) };
}

/** A value as a cell holds it; an object as JSON. */
function cell(value: HsdsValue): string | number | boolean {
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
