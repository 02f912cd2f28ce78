import { expect } from 'chai';
import fc from 'fast-check';
import { flattenRecord } from '../../../core/imports/flatten-record.ts';

const service = {
  id: 's1',
  name: 'Counselling',
  minimum_age: 12,
  organization: { id: 'o1', name: 'Org', programs: [{ id: 'p1', name: 'Program' }] },
  program: { id: 'p1', name: 'Program' },
  phones: [{ number: '1', languages: [{ id: 'l1', name: 'Urdu' }] }],
  service_at_locations: [
    { id: 'sal1', location: { id: 'loc1', name: 'Center', addresses: [{ address_1: '1 Main' }] } },
  ],
  attributes: [
    { id: 'a1', taxonomy_term: { id: 't1', name: 'Term', taxonomy_detail: { id: 'x1', name: 'Taxonomy' } } },
  ],
};

describe('flattenRecord', () => {
  const rows = flattenRecord(service, 'service');
  const row = (table: string) => rows.find((candidate) => candidate.table === table)!.fields;

  it('lets the record point at what it names', () => {
    expect(row('service')).to.include({
      id: 's1',
      organization_id: 'o1',
      program_id: 'p1',
      minimum_age: '12',
    });
    expect(row('service_at_location')).to.include({ service_id: 's1', location_id: 'loc1' });
    expect(row('attribute')).to.include({ link_id: 's1', link_entity: 'service', taxonomy_term_id: 't1' });
    expect(row('taxonomy_term')).to.include({ taxonomy_id: 'x1' });
  });

  it('lets its parts point back, through ids that it gives where there are none', () => {
    expect(row('phone')).to.include({ service_id: 's1', id: 's1/phone/1' });
    expect(row('language')).to.include({ phone_id: 's1/phone/1' });
    expect(row('address')).to.include({ location_id: 'loc1' });
  });

  it('gives a program in a service the organization of the service', () => {
    expect(
      rows.filter(({ table }) => table === 'program').map(({ fields }) => fields.organization_id),
    ).to.deep.equal(['o1', 'o1']);
  });

  it('marks what came inside another record', () => {
    expect(rows.filter(({ embedded }) => !embedded).map(({ table }) => table)).to.deep.equal(['service']);
  });

  it('survives any JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        (record) => flattenRecord(record, 'service').length > 0,
      ),
    );
  });

  it('does not follow nesting without end', () => {
    let deep: Record<string, unknown> = { id: 'x' };
    for (let level = 0; level < 1000; level += 1) deep = { id: String(level), services: [deep] };
    expect(flattenRecord(deep, 'organization').length).to.be.below(20);
  });
});
