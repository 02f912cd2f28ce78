/** One table of HSDS, versions 1.0 to 3.1: under which names files carry it, and its fields with their other names. */
export interface TableRule {
  /** Names of files and of JSON lists, without their ending. */
  names: readonly string[];
  /** Prefixes that some exports put before every column: "service_name". */
  prefixes: readonly string[];
  /** Canonical field (HSDS 3 wherever it has one) with other names, best first. */
  fields: Readonly<Record<string, readonly string[]>>;
  /** A column that is the id where no other is: in Ohana's taxonomy `taxonomy_id`. */
  idFrom?: string;
}

const links = {
  organization_id: ['organizations_id', 'organization', 'org_id'],
  service_id: ['services_id', 'service'],
  location_id: ['locations_id', 'location'],
  service_at_location_id: ['services_at_location_id', 'service_at_locations_id', 'service_at_location'],
};
const { organization_id, service_id, location_id } = links;
const id = ['recordid', 'record_id', 'uuid', 'identifier'];
const website = ['url', 'websites', 'web'];

export const HSDS_TABLES = {
  organization: {
    names: ['organizations', 'organization', 'organisations', 'agencies', 'agency'],
    prefixes: ['organization_', 'organizations_', 'agency_'],
    fields: {
      id,
      name: ['title'],
      alternate_name: ['aka', 'alternate_names'],
      description: ['short_desc'],
      email: [],
      website,
      tax_status: [],
      tax_id: ['ein'],
      year_incorporated: ['date_incorporated'],
      legal_status: [],
      logo: [],
      uri: [],
      parent_organization_id: ['parent_id'],
    },
  },
  program: {
    names: ['programs', 'program'],
    prefixes: ['program_'],
    fields: { id, organization_id, name: [], alternate_name: [], description: [] },
  },
  service: {
    names: ['services', 'service'],
    prefixes: ['service_', 'services_'],
    fields: {
      id,
      organization_id,
      program_id: ['program', 'programs'],
      name: ['title'],
      alternate_name: [],
      description: ['short_desc'],
      url: ['website'],
      email: [],
      status: [],
      interpretation_services: [],
      application_process: ['how_to_apply'],
      fees_description: [],
      fees: ['fee'],
      wait_time: [],
      accreditations: [],
      licenses: ['licences'],
      alert: [],
      last_modified: ['updated_at', 'last_updated'],
      assured_date: ['last_assured'],
      assurer_email: [],
      eligibility_description: ['eligibility'],
      audience: [],
      minimum_age: ['min_age'],
      maximum_age: ['max_age'],
      required_documents: [],
      service_areas: [],
      languages: ['language'],
      location_id: ['locations', 'location', 'locations_id'],
      taxonomy_ids: ['taxonomy', 'taxonomy_terms', 'taxonomy_term_ids', 'taxonomy_id'],
      phone_ids: ['phones'],
      schedule_ids: ['schedule', 'schedules'],
      contact_ids: ['contacts'],
      keywords: [],
      accepted_payments: [],
      funding_sources: [],
      session_minutes: ['session_length', 'session_length_minutes'],
    },
  },
  location: {
    names: ['locations', 'location', 'sites', 'places'],
    prefixes: ['location_', 'locations_'],
    fields: {
      id,
      organization_id,
      name: [],
      alternate_name: [],
      description: ['short_desc'],
      transportation: [],
      latitude: ['lat', 'y', 'ycoord', 'y_coord'],
      longitude: ['lon', 'lng', 'long', 'x', 'xcoord', 'x_coord'],
      location_type: [],
      virtual: [],
      url: ['website'],
      external_identifier: [],
      external_identifier_type: [],
      accessibility: [],
      languages: ['language'],
      email: [],
      admin_emails: [],
    },
  },
  service_at_location: {
    names: [
      'service_at_locations',
      'service_at_location',
      'services_at_location',
      'services_at_locations',
      'service_locations',
      'service_location',
    ],
    prefixes: [],
    fields: { id, service_id, location_id, description: [] },
  },
  phone: {
    names: ['phones', 'phone', 'phone_numbers'],
    prefixes: ['phone_'],
    fields: {
      id,
      ...links,
      contact_id: ['contacts_id'],
      number: [],
      extension: ['ext'],
      type: ['number_type'],
      language: ['languages'],
      description: [],
      department: [],
      country_prefix: [],
      vanity_number: [],
      priority: [],
    },
  },
  contact: {
    names: ['contacts', 'contact'],
    prefixes: ['contact_'],
    fields: { id, ...links, name: [], title: [], department: [], email: [] },
  },
  address: {
    names: [
      'addresses',
      'address',
      'physical_addresses',
      'physical_address',
      'postal_addresses',
      'postal_address',
      'mail_addresses',
      'mail_address',
    ],
    prefixes: ['address_'],
    fields: {
      id,
      location_id,
      organization_id,
      attention: [],
      address_1: ['address1', 'street', 'street_1', 'street_address', 'address'],
      address_2: ['address2', 'street_2'],
      address_3: ['address3'],
      address_4: ['address4'],
      city: ['locality'],
      region: ['county'],
      state_province: ['state', 'province'],
      postal_code: ['zip', 'zipcode', 'zip_code', 'postcode'],
      country: [],
      address_type: ['type'],
    },
  },
  schedule: {
    names: ['schedules', 'schedule', 'regular_schedules', 'regular_schedule', 'hours'],
    prefixes: ['schedule_'],
    fields: {
      id,
      ...links,
      name: [],
      weekday: ['weekdays', 'day', 'days'],
      valid_from: [],
      valid_to: [],
      dtstart: [],
      until: [],
      timezone: [],
      count: [],
      wkst: [],
      freq: [],
      interval: [],
      byday: [],
      byweekno: [],
      bymonthday: [],
      byyearday: [],
      description: ['original_text', 'open_hours'],
      opens_at: ['opens', 'open', 'start_time'],
      closes_at: ['closes', 'close', 'end_time'],
      schedule_link: [],
      attending_type: [],
      notes: [],
    },
  },
  holiday_schedule: {
    names: ['holiday_schedules', 'holiday_schedule'],
    prefixes: [],
    fields: { id, ...links, closed: [], opens_at: [], closes_at: [], start_date: [], end_date: [] },
  },
  language: {
    names: ['languages', 'language'],
    prefixes: [],
    fields: {
      id,
      service_id,
      location_id,
      phone_id: [],
      name: ['language'],
      code: [],
      note: [],
      language_recordid: [],
    },
  },
  accessibility: {
    names: ['accessibility', 'accessibility_for_disabilities', 'accessibilities'],
    prefixes: [],
    fields: { id, location_id, description: ['accessibility'], details: [], url: [] },
  },
  attribute: {
    names: [
      'attributes',
      'attribute',
      'service_attributes',
      'service_attribute',
      'other_attributes',
      'services_taxonomy',
      'service_taxonomy',
      'service_taxonomies',
    ],
    prefixes: [],
    fields: {
      id,
      link_id: [],
      link_entity: [],
      link_type: [],
      service_id,
      taxonomy_term_id: ['taxonomy_id', 'taxonomy_recordid'],
      value: ['taxonomy_detail'],
      label: [],
    },
  },
  taxonomy: {
    names: ['taxonomies', 'taxonomy_types', 'taxonomy'],
    prefixes: ['taxonomy_'],
    fields: {
      id: [...id, 'type_recordid'],
      name: [],
      description: [],
      uri: [],
      version: [],
      reference_url: [],
      type: [],
    },
  },
  taxonomy_term: {
    names: ['taxonomy_terms', 'taxonomy_term', 'taxonomy', 'terms'],
    idFrom: 'taxonomy_id',
    prefixes: ['taxonomy_term_', 'taxonomy_'],
    fields: {
      id,
      code: [],
      name: ['term'],
      description: ['x_description'],
      parent_id: ['parent_recordid'],
      parent_name: [],
      taxonomy: ['vocabulary'],
      taxonomy_id: [],
      language: [],
      term_uri: [],
    },
  },
  taxonomy_term_type: {
    names: ['taxonomy_terms_types', 'taxonomy_term_types'],
    prefixes: [],
    fields: { taxonomy_term_id: ['taxonomy_recordid'], taxonomy_id: ['taxonomy_type_recordid'] },
  },
  cost_option: {
    names: ['cost_options', 'cost_option', 'costs'],
    prefixes: [],
    fields: {
      id,
      service_id,
      valid_from: [],
      valid_to: [],
      option: [],
      currency: [],
      amount: [],
      amount_description: [],
    },
  },
  funding: {
    names: ['funding', 'fundings'],
    prefixes: [],
    fields: { id, organization_id, service_id, source: ['funding'] },
  },
  required_document: {
    names: ['required_documents', 'required_document'],
    prefixes: [],
    fields: { id, service_id, document: ['required_document'], uri: [] },
  },
  service_area: {
    names: ['service_areas', 'service_area'],
    prefixes: [],
    fields: {
      id,
      service_id,
      service_at_location_id: links.service_at_location_id,
      name: ['service_area'],
      description: [],
      extent: [],
      extent_type: [],
      uri: [],
    },
  },
  service_capacity: {
    names: ['service_capacity', 'service_capacities', 'capacities', 'capacity'],
    prefixes: [],
    fields: {
      id,
      service_id,
      service_at_location_id: links.service_at_location_id,
      unit_id: [],
      unit: [],
      available: [],
      maximum: [],
      description: [],
      updated: [],
    },
  },
  unit: {
    names: ['units', 'unit'],
    prefixes: [],
    fields: { id, name: [], scheme: [], identifier: [], uri: [] },
  },
  metadata: {
    names: ['metadata'],
    prefixes: [],
    fields: {
      id,
      resource_id: [],
      resource_type: [],
      last_action_date: [],
      last_action_type: [],
      field_name: [],
      previous_value: [],
      replacement_value: [],
      updated_by: [],
    },
  },
  organization_identifier: {
    names: ['organization_identifiers', 'organization_identifier'],
    prefixes: [],
    fields: { id, organization_id, identifier_scheme: [], identifier_type: [], identifier: [] },
  },
  url: {
    names: ['url', 'urls', 'additional_urls', 'additional_websites'],
    prefixes: [],
    fields: { id, organization_id, service_id, label: [], url: [] },
  },
  eligibility: {
    names: ['eligibility', 'eligibilities'],
    prefixes: [],
    fields: { id, service_id, eligibility: [] },
  },
  payment_accepted: {
    names: ['payment_accepted', 'payments_accepted'],
    prefixes: [],
    fields: { id, service_id, payment: [] },
  },
  meta_table_description: {
    names: ['meta_table_descriptions', 'meta_table_description'],
    prefixes: [],
    fields: { id, name: [], language: [], character_set: [] },
  },
} as const satisfies Record<string, TableRule>;

export type HsdsTable = keyof typeof HSDS_TABLES;

/** The tables that become records of their own; all others belong to one of these. */
export const RECORD_TABLES = [
  'organization',
  'program',
  'service',
  'location',
  'service_at_location',
] as const;
export type RecordTable = (typeof RECORD_TABLES)[number];

export function isRecordTable(table: string): table is RecordTable {
  return (RECORD_TABLES as readonly string[]).includes(table);
}

export const TABLE_NAMES = Object.keys(HSDS_TABLES) as HsdsTable[];

export function tableRule(table: HsdsTable): TableRule {
  return HSDS_TABLES[table];
}
