export type ColumnType = 'string' | 'number' | 'boolean' | 'date' | 'datetime' | 'object';

export interface Column {
  name: string;
  type: ColumnType;
}

/** A table of HSDS's tabular form: the file that holds it and its columns, ours behind those of HSDS 3.1. */
export interface HsdsTableFile {
  file: string;
  columns: readonly Column[];
}

const ofFour = 'location_id service_id organization_id';
const schedule =
  'id service_id location_id service_at_location_id valid_from:date valid_to:date dtstart:date timezone:number until:date count:number wkst freq interval:number byday byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes as_told:object';
const attribute = 'id link_id taxonomy_term_id link_type link_entity value label';
const capacity = 'unit_id available:number maximum:number description updated:datetime';

/** All tables, each with its columns; a column is text unless its type stands behind it. */
const TABLES = {
  organization: [
    'organizations.csv',
    'id name alternate_name description email website tax_status tax_id year_incorporated:number legal_status logo uri parent_organization_id demo:boolean as_told:object',
  ],
  program: ['programs.csv', 'id organization_id name alternate_name description'],
  service: [
    'services.csv',
    'id organization_id program_id name alternate_name description url email status interpretation_services application_process fees_description wait_time fees accreditations eligibility_description minimum_age:number maximum_age:number assured_date:date assurer_email licenses alert last_modified:datetime contribution_kind eligibility_rules:object session_minutes:number confidentiality demo:boolean as_told:object',
  ],
  location: [
    'locations.csv',
    'id location_type url organization_id name alternate_name description transportation latitude:number longitude:number external_identifier external_identifier_type confidentiality demo:boolean',
  ],
  service_at_location: ['service_at_location.csv', 'id service_id location_id description demo:boolean'],
  phone: [
    'phones.csv',
    `id ${ofFour} contact_id service_at_location_id number extension:number type description as_told:object`,
  ],
  contact: ['contacts.csv', `id ${ofFour} service_at_location_id name title department email as_told:object`],
  address: [
    'addresses.csv',
    'id location_id attention address_1 address_2 city region state_province postal_code country address_type',
  ],
  schedule: ['schedules.csv', schedule],
  other_schedule: ['other_schedules.csv', schedule],
  holiday_schedule: [
    'holiday_schedules.csv',
    'id service_id location_id service_at_location_id start_date:date end_date:date closed:boolean opens_at closes_at reason',
  ],
  funding: ['funding.csv', 'id organization_id service_id source'],
  service_area: [
    'service_areas.csv',
    'id service_id service_at_location_id name description extent extent_type uri',
  ],
  required_document: ['required_documents.csv', 'id service_id document uri as_told:object'],
  language: ['languages.csv', 'id service_id location_id phone_id name code note'],
  accessibility: ['accessibility.csv', 'id location_id description details url as_told:object'],
  cost_option: [
    'cost_options.csv',
    'id service_id valid_from:date valid_to:date option currency amount:number amount_description',
  ],
  service_capacity: ['service_capacity.csv', `id service_id ${capacity}`],
  other_capacity: ['other_capacities.csv', `id service_id service_at_location_id ${capacity}`],
  unit: ['units.csv', 'id name scheme identifier uri'],
  attribute: ['attributes.csv', attribute],
  other_attribute: ['other_attributes.csv', attribute],
  taxonomy: ['taxonomies.csv', 'id name description uri version'],
  taxonomy_term: [
    'taxonomy_terms.csv',
    'id code name description parent_id taxonomy language taxonomy_id term_uri names:object',
  ],
  metadata: [
    'metadata.csv',
    'id resource_id resource_type last_action_date:date last_action_type field_name previous_value replacement_value updated_by',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type TableName = keyof typeof TABLES;

export const TABLE_FILES = Object.fromEntries(
  Object.entries(TABLES).map(([table, [file, columns]]): [string, HsdsTableFile] => [
    table,
    { file, columns: columns.split(' ').map(readColumn) },
  ]),
) as Readonly<Record<TableName, HsdsTableFile>>;

function readColumn(text: string): Column {
  const [name = '', type = 'string'] = text.split(':');
  return { name, type: type as ColumnType };
}
