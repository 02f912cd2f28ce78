import type { HsdsTable } from './hsds-tables.ts';
import { splitIds } from './read-fields.ts';
import type { SourceRow } from './source-row.ts';

/** A record's name within one import: "service:123". */
export function keyOf(table: string, id: string): string {
  return `${table}:${id}`;
}

/** Which tables a row can belong to; a row of a record table belongs to itself. */
const PARENTS: Partial<Readonly<Record<HsdsTable, readonly string[]>>> = {
  program: ['organization'],
  service_at_location: ['service'],
  phone: ['organization', 'service', 'location', 'service_at_location', 'contact'],
  contact: ['organization', 'service', 'location', 'service_at_location'],
  address: ['location'],
  schedule: ['service', 'location', 'service_at_location'],
  holiday_schedule: ['service', 'location', 'service_at_location'],
  language: ['service', 'location', 'phone'],
  accessibility: ['location'],
  cost_option: ['service'],
  funding: ['organization', 'service'],
  required_document: ['service'],
  service_area: ['service', 'service_at_location'],
  service_capacity: ['service', 'service_at_location'],
  organization_identifier: ['organization'],
  url: ['organization', 'service'],
  eligibility: ['service'],
  payment_accepted: ['service'],
};

/** Records that attributes and metadata can be about here. */
const ABOUT = ['organization', 'service', 'location', 'service_at_location'];

export interface ParentLink {
  field: string;
  key: string;
}

/** Every record that a row says it belongs to. An id of "0" is how some databases write "none". */
export function parentLinks({ table, fields }: SourceRow): ParentLink[] {
  if (table === 'attribute') return aboutLinks(fields.link_entity ?? fields.link_type, 'link_id', fields);
  if (table === 'metadata') return aboutLinks(fields.resource_type, 'resource_id', fields);
  return (PARENTS[table] ?? []).flatMap((parent) => {
    const field = `${parent}_id`;
    return linkIds(fields[field]).map((id) => ({ field, key: keyOf(parent, id) }));
  });
}

export function linkIds(text: string | undefined): string[] {
  return splitIds(text ?? '').filter((id) => id !== '0');
}

function aboutLinks(entity: string | undefined, field: string, fields: SourceRow['fields']): ParentLink[] {
  const services = linkIds(fields.service_id).map((id) => ({
    field: 'service_id',
    key: keyOf('service', id),
  }));
  const name = (entity ?? '')
    .toLowerCase()
    .replace(/s$/, '')
    .replace(/\.csv$/, '');
  const table = ABOUT.find((known) => known === name);
  return table
    ? [...services, ...linkIds(fields[field]).map((id) => ({ field, key: keyOf(table, id) }))]
    : services;
}
