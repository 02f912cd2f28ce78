import type { HsdsTable } from '../hsds-tables.ts';
import type { SourceRow } from '../source-row.ts';
import type { FlatRow } from './flat-row.ts';

/** A row of HSDS that a row of the table tells, and which of our fields each of its own came from. */
export interface TablePart {
  source: SourceRow;
  names: Readonly<Record<string, string>>;
}

/** HSDS's field → ours. */
export type Taken = Readonly<Record<string, string>>;

/** What a table tells of an organization beside a service. */
export const OF_ORGANIZATION: Taken = {
  name: 'organization_name',
  description: 'organization_description',
  website: 'organization_url',
  email: 'organization_email',
  legal_status: 'legal_status',
  year_incorporated: 'year_incorporated',
  tax_id: 'tax_id',
};

/** The same of a row that is an agency itself. */
export const OF_AGENCY: Taken = {
  ...OF_ORGANIZATION,
  name: 'service_name',
  alternate_name: 'alternate_name',
  description: 'description',
  website: 'url',
  email: 'email',
};

export const OF_SERVICE: Taken = {
  name: 'service_name',
  alternate_name: 'alternate_name',
  description: 'description',
  url: 'url',
  email: 'email',
  status: 'status',
  eligibility_description: 'eligibility',
  minimum_age: 'minimum_age',
  maximum_age: 'maximum_age',
  fees_description: 'fees',
  accepted_payments: 'accepted_payments',
  languages: 'languages',
  application_process: 'application_process',
  required_documents: 'required_documents',
  wait_time: 'wait_time',
  service_areas: 'service_area',
  keywords: 'keywords',
  funding_sources: 'funding',
  licenses: 'licenses',
  assured_date: 'verified',
  last_modified: 'updated',
};

export const OF_LOCATION: Taken = {
  name: 'location_name',
  latitude: 'latitude',
  longitude: 'longitude',
  transportation: 'transportation',
  accessibility: 'accessibility',
};

/** The same of a row that is a site itself. */
export const OF_SITE: Taken = {
  ...OF_LOCATION,
  name: 'service_name',
  alternate_name: 'alternate_name',
  description: 'description',
  languages: 'languages',
};

export const OF_ADDRESS: Taken = {
  address_1: 'address_1',
  address_2: 'address_2',
  city: 'city',
  region: 'county',
  state_province: 'state',
  postal_code: 'postal_code',
  country: 'country',
};

export const OF_MAILING: Taken = {
  attention: 'mailing_attention',
  address_1: 'mailing_address_1',
  address_2: 'mailing_address_2',
  city: 'mailing_city',
  state_province: 'mailing_state',
  postal_code: 'mailing_postal_code',
  country: 'mailing_country',
};

/**
 * One row of HSDS with what stands in the row's cells. Rows of one organization say the same of it again and again, so
 * all parts count as copies that may meet, except what is `own` to the row.
 */
export function tablePart(
  table: HsdsTable,
  row: FlatRow,
  taken: Taken,
  given: Readonly<Record<string, string>>,
  own = false,
): TablePart {
  const cells = Object.entries(taken).map(([name, field]) => [name, row.cell(field)] as const);
  const fields = { ...Object.fromEntries(cells.filter(([, text]) => text !== '')), ...given };
  return { source: { table, fields, extra: [], embedded: !own }, names: taken };
}
