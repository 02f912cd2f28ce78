import { expect } from 'chai';
import { importFile } from '../../../server/imports/import-file.ts';
import { namedUuid } from '../../../server/imports/record-id.ts';
import { aLocation, anOrganization, aPlace, aService } from '../../core/directory/records.ts';
import { temporaryFolder } from '../imports/temporary-folder.ts';
import { demoDirectory, hsdsTown } from './hsds-town.ts';

const LISTS = ['/services', '/organizations', '/service_at_locations', '/taxonomies', '/taxonomy_terms'];

describe('A directory that goes out as HSDS and comes in again', () => {
  let from: Awaited<ReturnType<typeof hsdsTown>>;
  let to: Awaited<ReturnType<typeof hsdsTown>>;
  before(async () => {
    [from, to] = await Promise.all([hsdsTown(), hsdsTown()]);
    await from.put(await demoDirectory(8));
    await from.put(oddRecords());
    const folder = temporaryFolder({
      'organizations.ndjson': await from.text('/organizations?format=ndjson&full=true'),
      'services.ndjson': await from.text('/services?format=ndjson&full=true'),
    });
    try {
      await importFile(to.deps, {
        importId: 'round',
        params: { kind: 'hsds', source: 'The county', filename: 'county', keepIds: true },
        path: folder.path,
        onProgress: async () => undefined,
        signal: new AbortController().signal,
      });
    } finally {
      folder.remove();
    }
  });
  after(() => Promise.all([from.close(), to.close()]));

  for (const list of LISTS) {
    it(`is told the same, byte by byte, in ${list}`, async () => {
      const before = (await from.text(`${list}?format=ndjson&full=true`)).split('\n');
      const after = (await to.text(`${list}?format=ndjson&full=true`)).split('\n');
      expect(before.length).to.be.above(2);
      for (const [n, line] of before.entries()) expect(after[n]).to.equal(line);
      expect(after).to.have.lengthOf(before.length);
    });
  }
});

const id = (name: string) => namedUuid(['round-trip', name]);

/** What HSDS has no word for, or another one; and places that must not be found. */
function oddRecords() {
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
