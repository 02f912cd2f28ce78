import type { ColumnNames } from '../columns.ts';

/** So many telephones and other numbers a row can have. */
export const PHONES = ['phone', 'phone_2', 'phone_3', 'phone_4', 'phone_5'] as const;
export const OTHER_PHONES = [
  'phone_toll_free',
  'phone_hotline',
  'phone_after_hours',
  'phone_tty',
  'phone_fax',
] as const;
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const ICAROL_PHONES: Readonly<Record<(typeof OTHER_PHONES)[number], string>> = {
  phone_toll_free: 'PhoneTollFree',
  phone_hotline: 'PhoneNumberHotline',
  phone_after_hours: 'PhoneNumberAfterHours',
  phone_tty: 'PhoneTTY',
  phone_fax: 'PhoneFax',
};

/**
 * Names of columns in tables of services, by field of ours: those of iCarol's resource exports (ResourceAgencyNum,
 * PublicName, PhysicalAddress1…), and those of open data portals and lists that people keep by hand.
 */
export const DIRECTORY_COLUMNS: ColumnNames = {
  level: ['TaxonomyLevelName', 'record_type'],
  id: [
    'ResourceAgencyNum',
    'record_id',
    'uuid',
    'external_id',
    'globalid',
    'gis_id',
    'fmid',
    'libid',
    'objectid',
    'object_id',
  ],
  parent_id: ['ParentAgencyNum'],
  site_id: ['ConnectsToSiteNum'],
  program_id: ['ConnectsToProgramNum'],
  service_name: [
    'PublicName',
    'service',
    'program',
    'program_name',
    'name',
    'title',
    'market_name',
    'store_name',
    'business_name',
    'libname',
    'facility',
    'facility_name',
  ],
  alternate_name: ['also_known_as', 'aka', 'other_name'],
  description: ['AgencyDescription', 'service_description', 'program_description', 'summary', 'about'],
  organization_id: ['agency_id', 'provider_id'],
  organization_name: [
    'ParentAgency',
    'organization',
    'organisation',
    'organisation_name',
    'agency',
    'agency_name',
    'provider',
    'provider_name',
    'operator',
  ],
  organization_description: ['about_the_organization'],
  organization_url: ['organization_website', 'agency_website'],
  organization_email: ['agency_email'],
  tax_id: ['FEIN', 'ein'],
  legal_status: ['IRSStatus'],
  year_incorporated: ['YearIncorporated'],
  location_id: ['place_id', 'address_id'],
  location_name: ['location', 'site', 'site_name', 'place', 'place_name', 'venue', 'building'],
  address_1: [
    'PhysicalAddress1',
    'address',
    'address1',
    'street',
    'street_address',
    'address_line_1',
    'location_address',
    'addr',
  ],
  address_2: ['PhysicalAddress2', 'address2', 'address_line_2', 'suite', 'unit'],
  city: ['PhysicalCity', 'town', 'municipality', 'locality'],
  county: ['PhysicalCounty', 'county_name'],
  state: ['PhysicalStateProvince', 'state_province', 'province', 'stabr'],
  postal_code: ['PhysicalPostalCode', 'zip', 'zipcode', 'zip_code', 'postcode', 'zip5'],
  country: ['PhysicalCountry'],
  address_private: ['PhysicalAddressIsPrivate', 'address_is_private', 'confidential', 'confidential_address'],
  latitude: ['lat', 'latitud', 'y', 'y_coord', 'ycoord'],
  longitude: ['lon', 'long', 'lng', 'longitud', 'x', 'x_coord', 'xcoord'],
  transportation: ['BusServiceAccess', 'PublicAccessTransportation', 'transit'],
  accessibility: ['DisabilitiesAccess', 'ada', 'wheelchair'],
  mailing_attention: ['MailingAttentionName'],
  mailing_address_1: ['MailingAddress1', 'mailing_address'],
  mailing_address_2: ['MailingAddress2'],
  mailing_city: ['MailingCity'],
  mailing_state: ['MailingStateProvince'],
  mailing_postal_code: ['MailingPostalCode', 'mailing_zip'],
  mailing_country: ['MailingCountry'],
  mailing_private: ['MailingAddressIsPrivate'],
  ...phoneColumns(),
  email: ['EmailAddressMain', 'email_address', 'mail', 'e_mail'],
  url: ['WebsiteAddress', 'website', 'web', 'web_url', 'homepage', 'link'],
  hours: ['HoursOfOperation', 'opening_hours', 'open_hours', 'schedule', 'hours_open'],
  ...Object.fromEntries(
    DAYS.map((day): [string, string[]] => {
      const short = day.slice(0, 3);
      return [`hours_${day}`, [day, short, `${day}_hours`, `${short}_hours`]];
    }),
  ),
  eligibility: ['eligibility_requirements', 'who_can_come', 'population_served'],
  minimum_age: ['min_age', 'age_min'],
  maximum_age: ['max_age', 'age_max'],
  languages: ['LanguagesOffered', 'LanguagesOfferedList', 'language'],
  fees: ['FeeStructureSource', 'fee', 'cost', 'price', 'fees_description'],
  accepted_payments: ['PaymentMethods'],
  application_process: ['ApplicationProcess', 'how_to_apply', 'intake', 'intake_procedure'],
  required_documents: ['DocumentsRequired', 'documents'],
  wait_time: ['NormalWaitTime'],
  service_area: ['CoverageArea', 'CoverageAreaText', 'area_served', 'service_areas'],
  terms: ['TaxonomyTerms', 'TaxonomyTerm', 'categories', 'category', 'services', 'service_type', 'type'],
  term_codes: ['TaxonomyCodes', 'TaxonomyCode'],
  keywords: ['SearchHints', 'tags'],
  funding: ['SourceOfFunds'],
  licenses: ['LicenseAccreditation', 'license', 'licensure'],
  status: ['AgencyStatus'],
  excluded: ['ExcludeFromWebsite'],
  verified: ['LastVerifiedOn', 'last_verified'],
  updated: ['UpdatedOn', 'last_modified', 'last_updated'],
};

/** Columns of iCarol that are for its own staff: what stands in them is never read. */
export const NEVER_READ: readonly string[] = [
  'InternalNotes',
  'InternalNotesForEditorsAndViewers',
  'EnteredOn',
  'RecordOwner',
  'LastVerificationApprovedBy',
  'HighlightedResource',
  'PreferredProvider',
];

/** "Phone1Number" with its name, its description and whether it is private; "PhoneFax" the same. */
function phoneColumns(): ColumnNames {
  const numbered = PHONES.flatMap((field, index): [string, string[]][] => {
    const theirs = `Phone${index + 1}`;
    const plain = index === 0 ? ['phone_number', 'telephone', 'tel', 'main_phone'] : [];
    return [
      [field, [`${theirs}Number`, `phone${index + 1}`, `phone_${index + 1}`, ...plain]],
      [`${field}_name`, [`${theirs}Name`]],
      [`${field}_description`, [`${theirs}Description`]],
      [`${field}_private`, [`${theirs}IsPrivate`]],
    ];
  });
  const others = OTHER_PHONES.flatMap((field): [string, string[]][] => {
    const theirs = ICAROL_PHONES[field];
    return [
      [field, [theirs, field.replace(/^phone_/, '')]],
      [`${field}_description`, [`${theirs}Description`]],
      [`${field}_private`, [`${theirs}IsPrivate`]],
    ];
  });
  return Object.fromEntries([...numbered, ...others]);
}
