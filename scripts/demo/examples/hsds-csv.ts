import { demoId } from '../demo-id.ts';
import { schedulesOf } from '../hours.ts';
import { csvOf } from './csv.ts';
import {
  EXAMPLE_LOCATIONS,
  EXAMPLE_ORGANIZATIONS,
  EXAMPLE_SERVICES,
  type ExampleService,
} from './hsds-records.ts';

const TAXONOMY_ID = exampleId('taxonomy', 'open-eligibility');

/** A small directory in the tabular form of HSDS 3, by file name. */
export function hsdsCsv(): Map<string, string> {
  return new Map([...places(), ...services(), ...taxonomy()]);
}

function places(): [string, string][] {
  const organizations = EXAMPLE_ORGANIZATIONS.map(({ key, name, description }) => {
    return [exampleId('organization', key), name, description, `hello@${key}.example.org`];
  });
  const locations = EXAMPLE_LOCATIONS.map(({ key, name, point: [lon, lat] }) => {
    return [exampleId('location', key), 'physical', name, lat, lon];
  });
  const addresses = EXAMPLE_LOCATIONS.map(({ key, street, city, postalCode }) => {
    const id = exampleId('address', key);
    return [id, exampleId('location', key), street, city, 'NE', postalCode, 'US', 'physical'];
  });
  return [
    ['organizations.csv', csvOf(['id', 'name', 'description', 'email'], organizations)],
    ['locations.csv', csvOf(['id', 'location_type', 'name', 'latitude', 'longitude'], locations)],
    ['addresses.csv', csvOf(ADDRESS_HEADER, addresses)],
  ];
}

const ADDRESS_HEADER = [
  ...['id', 'location_id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
];
const SERVICE_HEADER = [
  ...['id', 'organization_id', 'name', 'description', 'status', 'fees_description', 'minimum_age'],
  ...['maximum_age', 'assured_date'],
];
const SCHEDULE_HEADER = ['id', 'service_id', 'freq', 'wkst', 'byday', 'opens_at', 'closes_at'];

function services(): [string, string][] {
  const rows = EXAMPLE_SERVICES.map((service) => {
    const { key, organization, name, description, ages, fees } = service;
    const ids = [exampleId('service', key), exampleId('organization', organization)];
    return [...ids, name, description, 'active', fees, ages?.[0], ages?.[1], '2026-11-02'];
  });
  const links = EXAMPLE_SERVICES.map(({ key, location }) => {
    return [exampleId('link', key), exampleId('service', key), exampleId('location', location)];
  });
  const phones = EXAMPLE_SERVICES.map(({ key }, index) => {
    return [exampleId('phone', key), exampleId('service', key), `308-555-01${90 + index}`, 'voice'];
  });
  return [
    ['services.csv', csvOf(SERVICE_HEADER, rows)],
    ['service_at_location.csv', csvOf(['id', 'service_id', 'location_id'], links)],
    ['schedules.csv', csvOf(SCHEDULE_HEADER, EXAMPLE_SERVICES.flatMap(scheduleRows))],
    ['languages.csv', csvOf(['id', 'service_id', 'name', 'code'], EXAMPLE_SERVICES.flatMap(languageRows))],
    ['phones.csv', csvOf(['id', 'service_id', 'number', 'type'], phones)],
  ];
}

function scheduleRows({ key, hours }: ExampleService) {
  return schedulesOf(hours).map(({ freq, byday, opensAt, closesAt }, index) => {
    const id = exampleId('schedule', `${key}-${index}`);
    return [id, exampleId('service', key), freq, 'MO', byday.join(','), opensAt, closesAt];
  });
}

function languageRows({ key, spanish }: ExampleService) {
  const languages = [['English', 'en'] as const, ...(spanish ? [['Spanish', 'es'] as const] : [])];
  return languages.map(([name, code]) => {
    return [exampleId('language', `${key}-${code}`), exampleId('service', key), name, code];
  });
}

function taxonomy(): [string, string][] {
  const terms = new Map(EXAMPLE_SERVICES.map(({ term }) => [term[0], term[1]]));
  const termRows = [...terms].map(([code, name]) => [exampleId('term', code), code, name, TAXONOMY_ID]);
  const attributes = EXAMPLE_SERVICES.map(({ key, term }) => {
    return [exampleId('attribute', key), exampleId('service', key), exampleId('term', term[0]), 'service'];
  });
  return [
    ['taxonomies.csv', csvOf(['id', 'name', 'version'], [[TAXONOMY_ID, 'Open Eligibility', '2.0']])],
    ['taxonomy_terms.csv', csvOf(['id', 'code', 'name', 'taxonomy_id'], termRows)],
    ['attributes.csv', csvOf(['id', 'link_id', 'taxonomy_term_id', 'link_entity'], attributes)],
  ];
}

function exampleId(kind: string, key: string): string {
  return demoId(`example-${kind}`, key);
}
