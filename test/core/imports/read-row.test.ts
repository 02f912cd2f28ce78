import { expect } from 'chai';
import fc from 'fast-check';
import { HSDS_TABLES, TABLE_NAMES } from '../../../core/imports/hsds-tables.ts';
import { read } from './rows.ts';

describe('readRow', () => {
  it('refuses a record without an id or a name', () => {
    expect(read('service', { id: ' ', name: 'Tutoring' }).codes()).to.deep.equal(['missing-id refused']);
    expect(read('organization', { id: '1', name: 'n/a' }).codes()).to.deep.equal(['missing-name refused']);
  });

  it('never gives an address that runs a program', () => {
    const { staged, codes } = read('service', {
      id: '1',
      name: 'x',
      url: 'javascript:alert(1)',
      email: 'not an address',
    });
    expect(staged?.value).to.not.have.any.keys('url', 'email');
    expect(codes()).to.deep.equal(['bad-url left-out', 'bad-email left-out']);
  });

  it('takes the first of several addresses where each is one', () => {
    const { staged, codes } = read('service', { id: '1', name: 'x', email: 'a@b.org; c@d.org' });
    expect(staged?.value).to.include({ email: 'a@b.org' });
    expect(codes()).to.deep.equal(['several-values repaired']);
  });

  it('keeps a formula as text, and marks it', () => {
    const { staged, codes } = read('organization', { id: '1', name: '=HYPERLINK("http://evil","x")' });
    expect(staged?.value).to.include({ name: '=HYPERLINK("http://evil","x")' });
    expect(codes()).to.deep.equal(['formula-in-cell kept']);
  });

  it('reads a phone that belongs to several services', () => {
    const { staged } = read('phone', {
      number: '202-555-0100',
      service_id: '1,2',
      location_id: '7',
      organization_id: '0',
    });
    expect(staged?.parents.map(({ key }) => key)).to.deep.equal(['service:1', 'service:2', 'location:7']);
  });

  it('says so whenever it cuts, also where markup alone is too long', () => {
    const long = read('organization', { id: '1', name: 'x', description: 'y'.repeat(20_001) });
    expect(long.staged?.value).to.have.property('description').with.length(20_000);
    const markup = read('organization', { id: '1', name: 'x', description: `a${'<b></b>'.repeat(20_000)}z` });
    for (const { codes } of [long, markup]) expect(codes()).to.include('too-long repaired');
  });

  it('leaves out what belongs to nothing', () => {
    expect(read('address', { address_1: '1 Main St' }).codes()).to.deep.equal(['no-parent left-out']);
  });

  it('keeps with the record what the shape has no field for', () => {
    const { staged } = read('organization', { id: '1', name: 'x', tax_id: '52-1698588' });
    expect(staged?.attributes).to.deep.equal([
      { label: 'tax_id', value: '52-1698588', linkType: 'source-field' },
    ]);
  });

  it('says what kind of addresses a file holds', () => {
    expect(read('address', { location_id: '1', city: 'X' }, 'mail_addresses.csv').staged?.value).to.include({
      type: 'postal',
    });
  });

  it('moves a description out of the field of a program’s other name', () => {
    const { staged, codes } = read('program', {
      id: '1',
      organization_id: '2',
      name: 'Clubs',
      alternate_name: 'Long. '.repeat(100),
    });
    expect(staged?.value).to.have.property('description').with.length(599);
    expect(codes()).to.deep.equal(['misplaced-text repaired']);
  });

  it('reads any row of any table, or says why not', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('', '1', '1,2', 'null', 'Monday', '<b>x</b>', '=1+1', '0'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...TABLE_NAMES),
        fc.array(value, { minLength: 25, maxLength: 25 }),
        (table, values) => {
          const fields = Object.fromEntries(
            Object.keys(HSDS_TABLES[table].fields).map((name, index) => [name, values[index % 25]!]),
          );
          const { staged, notes } = read(table, fields);
          if (!staged)
            expect(notes.some(({ action }) => action === 'refused' || action === 'left-out')).to.equal(true);
          // What is staged goes through JSON into the database.
          else expect(JSON.parse(JSON.stringify(staged))).to.deep.equal(staged);
        },
      ),
    );
  });
});
