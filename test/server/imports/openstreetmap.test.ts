import { expect } from 'chai';
import { ATTRIBUTION } from '../../../core/imports/openstreetmap/attribution.ts';
import { importResource } from '../../../server/imports/import-resource.ts';
import { importFiles } from './test-import.ts';

const library = {
  type: 'node',
  id: 1,
  lat: 38.9,
  lon: -77,
  timestamp: '2026-03-01T10:00:00Z',
  tags: {
    amenity: 'library',
    name: 'Alder Creek Library',
    operator: 'Alder County',
    'addr:housenumber': '12',
    'addr:street': 'Mill Road',
    'addr:city': 'Alder Creek',
    'addr:postcode': '20001',
    phone: '+1-202-555-0100; +1-202-555-0101',
    website: 'https://library.example.org',
    opening_hours: 'Mo-Fr 09:00-18:00; PH off',
    wheelchair: 'yes',
    'language:es': 'yes',
    fee: 'no',
    internet_access: 'wlan',
  },
};
const branch = {
  type: 'way',
  id: 2,
  center: { lat: 38.95, lon: -77.05 },
  tags: {
    amenity: 'library',
    name: 'North Branch',
    operator: 'Alder County',
    opening_hours: 'Mo "ask first"',
  },
};
const pantry = {
  type: 'relation',
  id: 3,
  members: [{ type: 'node', lat: 38.91, lon: -77.01 }],
  tags: { amenity: 'social_facility', social_facility: 'food_bank', name: 'Open Table' },
};
const answer = (...elements: object[]) =>
  JSON.stringify({ version: 0.6, generator: 'Overpass API', osm3s: { copyright: 'ODbL' }, elements });

const importOsm = (content: string, options: Parameters<typeof importFiles>[1] = {}) =>
  importFiles({ 'osm.json': content }, { isOsm: true, ...options });

describe('An import from OpenStreetMap', () => {
  it('makes organizations, places and services, and says where they come from', async () => {
    const credits: string[] = [];
    const { result, all, bySource, codes } = await importOsm(answer(library, branch, pantry), {
      keepCredits: async (found) => void credits.push(...found),
    });
    expect(credits).to.deep.equal([ATTRIBUTION]);
    expect(codes()).to.deep.equal(['osm.json:2 hours-as-text kept']);
    expect(result.counts.services).to.include({ read: 3, added: 3 });
    const service = bySource('services').get('osm:node/1')!;
    expect(service).to.deep.include({
      name: 'Alder Creek Library',
      terms: ['library-books'],
      url: 'https://library.example.org',
      lastModified: '2026-03-01T10:00:00.000Z',
      languages: [{ code: 'es', name: 'es' }],
      costOptions: [{ amount: 0, amountDescription: 'Free of charge' }],
      sourceTerms: [{ name: 'amenity=library', code: 'amenity=library', taxonomy: 'OpenStreetMap' }],
    });
    expect((service.phones as { number: string }[]).map(({ number }) => number)).to.deep.equal([
      '+1-202-555-0100',
      '+1-202-555-0101',
    ]);
    expect(service.schedules).to.deep.equal([
      {
        freq: 'WEEKLY',
        byday: ['MO', 'TU', 'WE', 'TH', 'FR'],
        opensAt: '09:00',
        closesAt: '18:00',
        notes: 'Public holidays: closed',
      },
    ]);
    expect(bySource('locations').get('osm:node/1')).to.deep.include({
      point: { type: 'Point', coordinates: [-77, 38.9] },
      accessibility: [{ description: 'Wheelchair accessible' }],
    });
    expect(bySource('services').get('osm:relation/3')!.terms).to.deep.equal(['food-pantry']);
    expect(all('organizations').map(({ name }) => name)).to.have.members(['Alder County', 'Open Table']);
    const said = (record: Record<string, unknown>) =>
      (record.attributes as { label: string; value: string }[]).map(
        ({ label, value }) => `${label}: ${value}`,
      );
    expect(said(service)).to.deep.equal([
      'internet_access: wlan',
      'openstreetmap: https://www.openstreetmap.org/node/1',
      `attribution: ${ATTRIBUTION}`,
    ]);
    for (const name of ['organizations', 'locations', 'services'])
      for (const record of all(name)) expect(said(record)).to.include(`attribution: ${ATTRIBUTION}`);
  });

  it('knows the same things again, also as GeoJSON', async () => {
    const first = await importOsm(answer(library, branch));
    const features = [library, branch].map(({ type, id, tags, ...place }) => {
      const { lat, lon } = 'center' in place ? place.center : place;
      const properties = { '@id': `${type}/${id}`, '@timestamp': library.timestamp, ...tags };
      return {
        type: 'Feature',
        id: `${type}/${id}`,
        properties,
        geometry: { type: 'Point', coordinates: [lon, lat] },
      };
    });
    delete (features[1]!.properties as Record<string, unknown>)['@timestamp'];
    const collection = JSON.stringify({ type: 'FeatureCollection', features });
    const { result } = await importOsm(collection, { store: first.store });
    for (const table of ['organizations', 'locations', 'services', 'service_at_locations'])
      expect(result.counts[table], table).to.include({ added: 0, changed: 0 });
  });

  it('leaves out what is no service, what has no name and what is not for everybody, and says so', async () => {
    const place = { type: 'node', lat: 38.9, lon: -77 };
    const { all, codes, findings } = await importOsm(
      answer(
        { ...place, id: 1, tags: { amenity: 'marketplace', name: 'Market' } },
        { ...place, id: 2, tags: { amenity: 'marketplace', name: 'Other market' } },
        { ...place, id: 3, tags: { highway: 'residential', name: 'Mill Road' } },
        { ...place, id: 4, tags: { amenity: 'bench', name: 'A bench' } },
        { ...place, id: 5, tags: { shop: 'sports', sport: 'soccer', name: 'Ball shop' } },
        { ...place, id: 6, tags: { leisure: 'playground' } },
        { ...place, id: 7, tags: { leisure: 'swimming_pool', access: 'private', name: 'Our pool' } },
        { ...place, id: 8, tags: { amenity: 'library', disused: 'yes', name: 'Old library' } },
        { type: 'way', id: 9, nodes: [1, 2], tags: { leisure: 'park', name: 'Mill Park' } },
        { ...place, id: 10 },
        { name: 'no element' },
      ),
    );
    expect(codes()).to.deep.equal([
      'osm.json:1 not-a-service left-out',
      'osm.json:3 not-a-service left-out',
      'osm.json:5 not-a-service left-out',
      'osm.json:6 missing-name refused',
      'osm.json:7 not-public refused',
      'osm.json:8 not-a-service refused',
      'osm.json:9 point-missing kept',
      'osm.json:11 bad-record refused',
    ]);
    expect(findings.slice(0, 3).map(({ value }) => value)).to.deep.equal([
      'amenity=marketplace',
      'highway=*',
      'shop=sports',
    ]);
    expect(all('services').map(({ name, terms }) => [name, terms])).to.deep.equal([
      ['Mill Park', ['outdoor-nature']],
    ]);
  });

  it('takes no place where people hide from somebody: its number would tell where', async () => {
    const tags = {
      amenity: 'social_facility',
      social_facility: 'shelter',
      'social_facility:for': 'abused;women',
    };
    const hidden = { ...library, id: 77_001, tags: { ...tags, name: 'Safe House' } };
    const { all, codes, findings } = await importOsm(answer(library, hidden));
    expect(codes()).to.deep.equal(['osm.json:2 not-public refused']);
    expect(all('services')).to.have.length(1);
    expect(JSON.stringify(findings)).to.not.match(/77001|Safe House/);
  });

  it('is of the directory: whoever may import one may import this', () => {
    const params = { kind: 'osm', source: 'OpenStreetMap', filename: 'osm.json' };
    expect(importResource({ params }).about).to.equal('directory');
    expect(importResource({ params: { ...params, kind: 'schools' } }).about).to.equal('people');
  });

  it('is refused where Overpass broke off: half a town is not a town that lost the other half', async () => {
    const broken = answer(library).replace(/}$/, ',"remark":"runtime error: Query timed out"}');
    const refused = await importOsm(broken).catch((error: Error) => error as Error & Record<string, never>);
    expect((refused as Error).message).to.include('Query timed out');
    const none = await importOsm(answer({ type: 'node', id: 1, tags: { amenity: 'bench' } })).catch(
      (error: Error) => error,
    );
    expect((none as Error).message).to.include('Nothing in the input is of OpenStreetMap');
  });
});
