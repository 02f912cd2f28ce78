import { readFileSync } from 'node:fs';
import { Location, Organization, Service, ServiceAtLocation } from '../../../core/directory/service.ts';
import type { QualityContext } from '../../../core/quality/quality-context.ts';
import { QualityRules } from '../../../core/quality/quality-rules.ts';
import type { LocationSubject, OrganizationSubject, ServiceSubject } from '../../../core/quality/subject.ts';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';

const data = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8'));
const source = { system: 'county', id: '1' };
const week = { freq: 'WEEKLY', byday: ['MO', 'WE'], opensAt: '15:00', closesAt: '17:30' } as const;

export const TODAY = '2026-05-14';

export const context: QualityContext = {
  today: TODAY,
  rules: QualityRules.parse(data('quality/rules.json')),
  verification: { freshDays: 180, unknownDays: 730 },
  taxonomy: parseTaxonomy(data('taxonomy/whole-child.json')),
  fence: [-78, 38, -76, 40],
  repeated: new Set(),
};

/** Records of which everything is said and right; what a test changes is all that can be wrong. */
export function organization(
  more: object = {},
  around: Partial<OrganizationSubject> = {},
): OrganizationSubject {
  const record = Organization.parse({
    id: 'o',
    source,
    name: 'Friends of Reading',
    description: 'Volunteers who read with children.',
    email: 'hello@reading.example.org',
    website: 'https://reading.example.org',
    phones: [{ number: '202-555-0134' }],
    yearIncorporated: '1998',
    ...more,
  });
  return { kind: 'organization', record, services: 3, changedAt: '2026-01-05T10:00:00Z', ...around };
}

export function service(more: object = {}, around: Partial<ServiceSubject> = {}): ServiceSubject {
  const record = Service.parse({
    id: 's',
    organizationId: 'o',
    source,
    name: 'Reading tutors',
    description: 'An hour a week with a tutor of your own.',
    terms: ['reading-tutoring'],
    applicationProcess: 'Call us.',
    feesDescription: 'Free, or $5 for the book.',
    languages: [{ code: 'es', name: 'Spanish' }],
    eligibility: { minimumAge: 6, maximumAge: 12 },
    schedules: [week],
    phones: [{ number: '202-555-0135' }],
    ...more,
  });
  const verified = { on: '2026-04-01', by: 'partner' } as const;
  const at = { changedAt: '2026-01-05T10:00:00Z', owner: organization().record, places: [], verified };
  return { kind: 'service', record, links: [link()], ...at, ...around };
}

export function link(more: object = {}) {
  return ServiceAtLocation.parse({ id: 'l', serviceId: 's', locationId: 'p', source, ...more });
}

export function location(more: object = {}, around: Partial<LocationSubject> = {}): LocationSubject {
  const record = Location.parse({
    id: 'p',
    source,
    name: 'Library',
    addresses: [{ address1: '12 Mill Road', city: 'Cedar Hollow' }],
    point: { type: 'Point', coordinates: [-77, 39] },
    pointQuality: 'exact',
    accessibility: [{ description: 'Step-free.' }],
    ...more,
  });
  return { kind: 'location', record, services: 2, changedAt: '2026-01-05T10:00:00Z', ...around };
}
