import type { BoundingBox } from '../geo/point.ts';
import { compact } from './compact.ts';
import type { Note } from './finding.ts';
import { type HsdsTable, isRecordTable, type RecordTable } from './hsds-tables.ts';
import { linkIds, type ParentLink, parentLinks } from './parent-keys.ts';
import { readClosure } from './read-closure.ts';
import { readAddress, readContact, readLanguage, readPhone } from './read-contacts.ts';
import { type FieldReader, readFields } from './read-fields.ts';
import { LOCATION_ATTRIBUTES, readLocation } from './read-location.ts';
import { ORGANIZATION_ATTRIBUTES, readOrganization, readProgram } from './read-organization.ts';
import {
  readAccessibility,
  readCapacity,
  readCostOption,
  readMetadata,
  readServiceArea,
} from './read-parts.ts';
import { readProfile } from './read-profile.ts';
import { readSchedule } from './read-schedule.ts';
import { readService, SERVICE_ATTRIBUTES } from './read-service.ts';
import type { SourceRow } from './source-row.ts';

export interface StagedAttribute {
  label?: string;
  value?: string;
  linkType?: string;
  /** A term of the source's taxonomy that the attribute gives to its record. */
  termId?: string;
}

/** A row after reading: what it says, what it belongs to and what it points at. */
export interface StagedRow {
  table: HsdsTable;
  /** The id it has at its source; absent where rows of its kind need none. */
  id?: string;
  parents: ParentLink[];
  /** Ids it points at, by field. */
  links: Record<string, string[]>;
  value: unknown;
  /** Columns that no field takes. */
  attributes: StagedAttribute[];
}

export interface ReadContext {
  bounds?: BoundingBox | undefined;
  /** Name of the file: "postal_addresses.csv" says what kind of addresses it holds. */
  file: string;
  /** See `ReadFieldsOptions`. */
  exact?: boolean | undefined;
}

/**
 * Reads one row into the part of a shape that it is. Undefined where nothing of it can be used; everything that could
 * not be used as it is has then been noted.
 */
export function readRow(source: SourceRow, note: Note, context: ReadContext): StagedRow | undefined {
  const { table } = source;
  const row = readFields(source.fields, note, { exact: context.exact });
  const id = (source.fields.id ?? '').trim().slice(0, 500);
  if (isRecordTable(table) && id === '' && table !== 'service_at_location') {
    note({ code: 'missing-id', field: 'id', action: 'refused' });
    return undefined;
  }
  const parents = parentLinks(source);
  if (needsParent(table, id) && parents.length === 0 && !source.fields.language_recordid) {
    note({ code: 'no-parent', action: 'left-out' });
    return undefined;
  }
  const value = readValue(table, row, context);
  if (value === undefined) return undefined;
  const attributes = isRecordTable(table) ? readAttributes(table, row, source) : refuseExtras(source, note);
  return { table, ...(id ? { id } : {}), parents, links: readLinks(table, source), value, attributes };
}

/** Tables whose rows stand on their own. */
const FREE: readonly HsdsTable[] = [
  'taxonomy',
  'taxonomy_term',
  'taxonomy_term_type',
  'unit',
  'meta_table_description',
];
/** Rows that a service may point at by their id instead. */
const LINKABLE: readonly HsdsTable[] = ['phone', 'contact', 'schedule'];

function needsParent(table: HsdsTable, id: string): boolean {
  return !isRecordTable(table) && !FREE.includes(table) && !(LINKABLE.includes(table) && id !== '');
}

function readValue(table: HsdsTable, row: FieldReader, context: ReadContext): unknown {
  switch (table) {
    case 'organization':
      return readOrganization(row);
    case 'program':
      return readProgram(row);
    case 'service':
      return readService(row);
    case 'location':
      return readLocation(row, context.bounds);
    case 'service_at_location':
      return { description: row.text('description') ?? '', ...readProfile(row) };
    case 'phone':
      return readPhone(row);
    case 'contact':
      return readContact(row);
    case 'address':
      return readAddress(row, addressKind(context.file));
    case 'schedule':
      return nonEmpty(readSchedule(row));
    case 'holiday_schedule':
      return readClosure(row);
    case 'language':
      return readLanguage(row);
    case 'accessibility':
      return readAccessibility(row);
    case 'cost_option':
      return readCostOption(row);
    case 'service_area':
      return readServiceArea(row);
    case 'service_capacity':
      return readCapacity(row);
    case 'metadata':
      return readMetadata(row);
    case 'funding':
      return one(row, 'source', row.text('source'));
    case 'required_document':
      return one(row, 'document', row.text('document'), row.url('uri'));
    case 'eligibility':
      return one(row, 'eligibility', row.text('eligibility'));
    case 'payment_accepted':
      return one(row, 'payment', row.line('payment'));
    case 'url':
      return one(row, 'url', row.url('url'), row.line('label'));
    case 'organization_identifier':
      return one(
        row,
        'identifier',
        row.line('identifier'),
        row.line('identifier_type') ?? row.line('identifier_scheme'),
      );
    case 'attribute':
      return readAttribute(row);
    case 'taxonomy':
    case 'unit':
      return one(row, 'name', row.line('name') ?? row.line('identifier'));
    case 'taxonomy_term':
      return readTerm(row);
    case 'taxonomy_term_type':
      return one(row, 'taxonomy_id', row.ids('taxonomy_id')[0], row.ids('taxonomy_term_id')[0]);
    default:
      row.note({ code: 'no-counterpart', action: 'left-out' });
      return undefined;
  }
}

/** Values of rows that come down to one text and perhaps another beside it. */
export interface PlainValue {
  text: string;
  beside?: string;
}

function one(
  row: FieldReader,
  field: string,
  text: string | undefined,
  beside?: string,
): PlainValue | undefined {
  if (text !== undefined) return beside === undefined ? { text } : { text, beside };
  row.note({ code: 'empty-row', field, action: 'left-out' });
  return undefined;
}

export interface StagedTerm {
  name: string;
  code?: string;
  /** Name or id of its taxonomy, whichever the source writes. */
  taxonomy?: string;
  taxonomyId?: string;
}

function readTerm(row: FieldReader): StagedTerm | undefined {
  const [name, code, taxonomy, taxonomyId] = [
    row.line('name'),
    row.line('code'),
    row.line('taxonomy'),
    row.ids('taxonomy_id')[0],
  ];
  if (name === undefined) {
    row.note({ code: 'missing-name', field: 'name', action: 'refused' });
    return undefined;
  }
  return {
    name,
    ...(code ? { code } : {}),
    ...(taxonomy ? { taxonomy } : {}),
    ...(taxonomyId ? { taxonomyId } : {}),
  };
}

function readAttribute(row: FieldReader): StagedAttribute | undefined {
  const attribute = compact({
    label: row.line('label'),
    value: row.text('value'),
    linkType: row.line('link_type'),
    termId: row.ids('taxonomy_term_id')[0],
  });
  if (attribute.label ?? attribute.value ?? attribute.termId) return attribute;
  row.note({ code: 'empty-row', action: 'left-out' });
  return undefined;
}

/** What a record points at. Some exports write the links of a service into the service's own row. */
const LINK_FIELDS: Partial<Readonly<Record<HsdsTable, Readonly<Record<string, string>>>>> = {
  service: {
    organization_id: 'organization',
    program_id: 'program',
    location_id: 'location',
    taxonomy_ids: 'taxonomy_term',
    phone_ids: 'phone',
    schedule_ids: 'schedule',
    contact_ids: 'contact',
  },
  location: { organization_id: 'organization' },
  program: { organization_id: 'organization' },
  service_at_location: { service_id: 'service', location_id: 'location' },
  schedule: { location_id: 'location', service_id: 'service' },
  holiday_schedule: { location_id: 'location', service_id: 'service' },
};

function readLinks(table: HsdsTable, { fields }: SourceRow): Record<string, string[]> {
  const links: Record<string, string[]> = {};
  for (const [field, target] of Object.entries(LINK_FIELDS[table] ?? {})) {
    const ids = linkIds(fields[field]);
    // An empty list tells "the file has the column and says nothing" from "the file has no such column".
    if (fields[field] !== undefined) links[target] = ids;
  }
  return links;
}

const KEPT: Readonly<Record<RecordTable, readonly string[]>> = {
  organization: ORGANIZATION_ATTRIBUTES,
  service: SERVICE_ATTRIBUTES,
  location: LOCATION_ATTRIBUTES,
  program: [],
  service_at_location: [],
};

/** What the shape has no field for stays with the record, under the name that the source gives it. */
function readAttributes(table: RecordTable, row: FieldReader, source: SourceRow): StagedAttribute[] {
  const known = KEPT[table].map((field) => [field, source.fields[field]] as const);
  const extra = source.extra.map(({ name, value }) => [name, value] as const);
  return [...known, ...extra].flatMap(([label, raw]) => {
    const value = raw ? readFields({ [label]: raw }, row.note).text(label) : undefined;
    return value === undefined ? [] : [{ label: label.slice(0, 500), value, linkType: 'source-field' }];
  });
}

/** Parts of records have no attributes of their own: what no field takes is in the report. */
function refuseExtras(source: SourceRow, note: Note): [] {
  if (source.table.startsWith('taxonomy')) return [];
  for (const { name, value } of source.extra) {
    if (value.trim() !== '') note({ code: 'unknown-column', field: name, value, action: 'left-out' });
  }
  return [];
}

function addressKind(file: string): 'postal' | 'physical' | undefined {
  if (/(?:postal|mail)_address/.test(file)) return 'postal';
  return /physical_address/.test(file) ? 'physical' : undefined;
}

function nonEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}
