import type { z } from 'zod';
import { Location, Organization, Service, ServiceAtLocation } from '../../../core/directory/service.ts';
import { parseTaxonomy } from '../../../core/taxonomy/taxonomy.ts';

/** Records with everything they must have; a test says only what it is about. */
const source = (id: string) => ({ system: 'test', id });

export function anOrganization(given: Partial<z.input<typeof Organization>> = {}): Organization {
  return Organization.parse({ id: 'org-1', source: source('o'), name: 'Alder Creek Library', ...given });
}

export function aService(given: Partial<z.input<typeof Service>> = {}): Service {
  return Service.parse({
    id: 'service-1',
    source: source('s'),
    organizationId: 'org-1',
    name: 'Reading tutor',
    terms: ['reading-tutoring'],
    ...given,
  });
}

export function aLocation(given: Partial<z.input<typeof Location>> = {}): Location {
  return Location.parse({
    id: 'location-1',
    source: source('l'),
    name: 'Main branch',
    point: { type: 'Point', coordinates: [-92.33, 38.95] },
    pointQuality: 'exact',
    addresses: [{ address1: '12 Mill Road', city: 'Alder Creek', stateProvince: 'MO' }],
    ...given,
  });
}

export function aPlace(given: Partial<z.input<typeof ServiceAtLocation>> = {}): ServiceAtLocation {
  return ServiceAtLocation.parse({
    id: 'offer-1',
    source: source('p'),
    serviceId: 'service-1',
    locationId: 'location-1',
    ...given,
  });
}

const label = (en: string, es: string) => ({ en, es });

/** A small tree: two domains with something below each. */
export const smallTaxonomy = parseTaxonomy([
  { id: 'academic', parent: null, label: label('Learning', 'Aprender') },
  { id: 'tutoring', parent: 'academic', label: label('Tutoring', 'Tutoría') },
  {
    id: 'reading-tutoring',
    parent: 'tutoring',
    label: label('Reading help', 'Ayuda con la lectura'),
    synonyms: { en: ['phonics'], es: ['lectoescritura'] },
  },
  { id: 'math-tutoring', parent: 'tutoring', label: label('Math help', 'Ayuda con matemáticas') },
  { id: 'health-nutrition', parent: null, label: label('Health and food', 'Salud y comida') },
  { id: 'dental', parent: 'health-nutrition', label: label('Dentist', 'Dentista') },
]);
