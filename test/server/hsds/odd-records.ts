import { namedUuid } from '../../../server/imports/record-id.ts';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';

export const id = (name: string) => namedUuid(['round-trip', name]);

/** What HSDS has no word for, or another one; and places that must not be found. */
export function oddRecords() {
  return {
    organizations: [
      anOrganization({
        id: id('organization'),
        name: 'Río House',
        website: 'rio.example.org',
        yearIncorporated: '1998',
        programs: [{ id: 'p-1', name: 'Nights', description: 'Beds.' }],
        attributes: [{ label: 'ein', value: '12-345', linkType: 'identifier' }],
        contacts: [
          { name: 'Ann', phones: [{ number: '308-555-0101', extension: '0123', languages: ['es'] }] },
        ],
      }),
    ],
    services: [
      aService({
        id: id('odd'),
        organizationId: id('organization'),
        programId: 'p-1',
        kind: 'space',
        name: 'Hall',
        terms: ['reading-tutoring', 'food-pantry'],
        sourceTerms: [{ taxonomy: 'Open Eligibility', code: '1102', name: 'Food' }, { name: 'Uncoded' }],
        feesDescription: 'Free of charge',
        lastModified: '2026-01-05T12:00:00.000Z',
        eligibility: {
          minimumGrade: -1,
          maximumGrade: 8,
          minimumAge: 4,
          attributes: [{ name: 'program', oneOf: ['a', 'b'] }],
          requiredLanguages: ['es'],
          unknown: ['income'],
          description: 'Medicaid recipients only',
        },
        sessionMinutes: 45,
        schedules: [
          {
            freq: 'YEARLY',
            bymonthday: [24],
            dtstart: '2026-12-24',
            byday: [],
            opensAt: '10:00',
            closesAt: '12:00',
          },
          { freq: 'WEEKLY', byday: ['MO'], opensAt: '10:00', closesAt: '12:00', timezone: 'America/Chicago' },
          { freq: 'MONTHLY', byday: ['1TU'], opensAt: '18:00', closesAt: '20:00' },
        ],
        closures: [{ from: '2026-07-04', to: '2026-07-04', closed: true, reason: 'Holiday' }],
        capacities: [
          { unit: 'beds', available: 2, maximum: 4, updated: '2026-01-05T12:00:00.000Z' },
          { unit: 'rooms', maximum: 2 },
        ],
        metadata: [{ field: 'name', replacementValue: 'Hall', date: '2026-01-05T12:00:00Z' }],
        attributes: [{ label: 'keywords', value: 'hall, room', linkType: 'source-field' }],
        funding: [{ source: 'County' }],
        requiredDocuments: [{ document: 'A card', uri: 'https://cards.example.org' }],
      }),
      aService({
        id: id('quiet'),
        organizationId: id('organization'),
        name: 'Beds',
        description: 'A bed. Come to 77 Quiet Lane.',
        confidentiality: 'partial',
      }),
      aService({
        id: id('hidden'),
        organizationId: id('organization'),
        name: 'Line',
        confidentiality: 'hidden',
      }),
    ],
    locations: [
      aLocation({
        id: id('open'),
        organizationId: id('organization'),
        addresses: [{ address1: '1 Mill Road', city: 'Alder Creek' }, { country: 'US' }],
        accessibility: [{ description: 'Ramp', url: 'https://ramp.example.org/a' }],
        languages: [{ code: 'es', name: 'Spanish' }],
        closures: [
          { from: '2026-12-25', to: '2026-12-26', closed: false, opensAt: '10:00', closesAt: '11:00' },
        ],
      }),
      aLocation({
        id: id('quiet-place'),
        organizationId: id('organization'),
        name: 'Hearth',
        confidentiality: 'partial',
        addresses: [{ address1: '77 Quiet Lane', city: 'Alder Creek', postalCode: '65555' }],
      }),
    ],
    services_at_locations: [
      aPlace({
        id: id('at-open'),
        serviceId: id('odd'),
        locationId: id('open'),
        description: 'Upstairs',
        capacities: [{ unit: 'chairs', available: 1, updated: '2026-01-05T12:00:00.000Z' }],
        serviceAreas: [{ name: 'County' }],
      }),
      aPlace({ id: id('at-quiet'), serviceId: id('quiet'), locationId: id('quiet-place') }),
      aPlace({ id: id('at-hidden'), serviceId: id('hidden'), locationId: id('open') }),
    ],
  };
}
