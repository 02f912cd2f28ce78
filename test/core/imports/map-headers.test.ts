import { expect } from 'chai';
import fc from 'fast-check';
import { HSDS_TABLES, TABLE_NAMES, tableRule } from '../../../core/imports/hsds-tables.ts';
import { guessTable, mapHeaders, normalizeHeader, tableByName } from '../../../core/imports/map-headers.ts';

describe('mapHeaders', () => {
  it('maps every table by its own names, whatever their order and letters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE_NAMES),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (table, keys) => {
          const names = Object.keys(HSDS_TABLES[table].fields);
          const shuffled = names
            .map((name) => ({ name, key: keys.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ name }) => name);
          expect(mapHeaders(shuffled, tableRule(table)).fields).to.deep.equal(shuffled);
          expect(
            mapHeaders(
              shuffled.map((name) => name.toUpperCase().replaceAll('_', ' ')),
              tableRule(table),
            ).fields,
          ).to.deep.equal(shuffled);
        },
      ),
    );
  });

  it('reads the prefixed columns of exports such as the DC inventory', () => {
    const headers = [
      'service_recordid',
      'service_name',
      'service_organization',
      'service_locations',
      'service_fees',
      'SDOH_code',
    ];
    const { fields, unknown } = mapHeaders(headers, tableRule('service'));
    expect(fields).to.deep.equal(['id', 'name', 'organization_id', 'location_id', 'fees', undefined]);
    expect(unknown).to.deep.equal([{ index: 5, header: 'SDOH_code' }]);
  });

  it('tells a link from the id it looks like', () => {
    expect(mapHeaders(['id', 'service_id', 'number'], tableRule('phone')).fields).to.deep.equal([
      'id',
      'service_id',
      'number',
    ]);
    expect(mapHeaders(['taxonomy_id', 'name', 'parent_id'], tableRule('taxonomy_term')).fields[0]).to.equal(
      'id',
    );
  });

  it('gives no field twice', () => {
    const headers = fc.array(
      fc.constantFrom('id', 'service_id', 'url', 'website', 'name', 'title', 'email', 'x', 'lat'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(headers, fc.constantFrom(...TABLE_NAMES), (names, table) => {
        const given = mapHeaders(names, tableRule(table)).fields.filter(Boolean);
        expect(new Set(given).size).to.equal(given.length);
      }),
    );
  });

  it('survives a byte order mark and camel case', () => {
    expect(normalizeHeader('\ufeffAlternate Name')).to.equal('alternate_name');
    expect(normalizeHeader('alternateName')).to.equal('alternate_name');
  });
});

describe('guessTable', () => {
  it('knows each table by its file name', () => {
    for (const table of TABLE_NAMES) {
      const headers = Object.keys(HSDS_TABLES[table].fields);
      expect(guessTable(headers, `csv/${HSDS_TABLES[table].names[0]}.csv`)).to.equal(table);
    }
  });

  it('knows tables by their columns where the name says nothing', () => {
    expect(guessTable(['id', 'location_id', 'address_1', 'city', 'postal_code'], 'export-3.csv')).to.equal(
      'address',
    );
    expect(guessTable(['id', 'organization_id', 'name', 'latitude', 'longitude'], 'data.csv')).to.equal(
      'location',
    );
    expect(guessTable(['taxonomy_id', 'name', 'parent_id', 'parent_name'], 'taxonomy.csv')).to.equal(
      'taxonomy_term',
    );
    expect(guessTable(['id', 'name', 'description', 'uri', 'version'], 'taxonomy.csv')).to.equal('taxonomy');
  });

  it('knows nothing about files that are not HSDS', () => {
    expect(guessTable(['Date', 'Amount', 'Payee'], 'services.csv')).to.equal(undefined);
    expect(guessTable(['version', 'profile', 'openapi_url'], 'base.json')).to.equal(undefined);
  });

  it('looks through the names of API answers', () => {
    expect(tableByName('service_at_location_list.json')).to.include('service_at_location');
    expect(tableByName('organization_full.json')).to.include('organization');
  });
});
