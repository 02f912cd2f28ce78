import { expect } from 'chai';
import { mappingCrosswalk } from '../../../core/imports/import-mapping.ts';
import { memoryDirectory } from './memory-stores.ts';
import { crosswalks, importFiles } from './test-import.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

describe('A table of services', () => {
  it('becomes organizations, places, services and services at places, the same at every import', async () => {
    const content = csv(
      'Organization,Service,Address,City,State,Zip,Lat,Lon,Phone,Hours,Eligibility,Cost,Languages,Category',
      'Helping Hands,Food shelf,1 Elm St,Washington,DC,20001,38.9,-77.0,202-555-0101,Mon-Fri 9am-5pm,Ages 60+,Free,"English, Spanish",Food Pantry',
      'Helping Hands,Food shelf,9 Oak St,Washington,DC,20002,38.91,-77.01,202-555-0102,,,,,Food Pantry',
      'Helping Hands,Homework club,1 Elm St,Washington,DC,20001,38.9,-77.0,,,,,,',
    );
    const { all, codes, store } = await importFiles({ 'services.csv': content }, { table: {} });
    expect(all('organizations').map(({ name }) => name)).to.deep.equal(['Helping Hands']);
    expect(all('locations')).to.have.length(2);
    expect(all('services').map(({ name }) => name)).to.have.members(['Food shelf', 'Homework club']);
    const shelf = all('services').find(({ name }) => name === 'Food shelf');
    expect(shelf).to.deep.include({ terms: ['food-pantry'], feesDescription: 'Free' });
    expect((shelf!.eligibility as { minimumAge: number }).minimumAge).to.equal(60);
    const places = all('services_at_locations');
    expect(places).to.have.length(3);
    const withHours = places.filter(({ schedules }) => (schedules as object[]).length > 0);
    expect(withHours).to.have.length(1);
    expect((withHours[0]!.schedules as object[])[0]).to.deep.include({ opensAt: '09:00', closesAt: '17:00' });
    expect((withHours[0]!.phones as object[])[0]).to.deep.include({ number: '202-555-0101' });
    expect(codes()).to.deep.equal([
      'services.csv:2 age-from-text repaired',
      'services.csv:2 hours-from-text repaired',
    ]);

    const again = await importFiles({ 'services.csv': content }, { table: {}, store });
    expect(again.result.counts.services).to.deep.include({ added: 0, changed: 0, unchanged: 2 });
    expect(again.result.counts.service_at_locations).to.deep.include({ added: 0, changed: 0, unchanged: 3 });
  });

  it('keeps a place when its address is corrected, where rows have a number', async () => {
    const row = (address: string) => csv('id,name,address,city', `7,Clinic,${address},Washington`);
    const first = await importFiles({ 'a.csv': row('1 Elm St') }, { table: {} });
    const second = await importFiles({ 'a.csv': row('10 Elm St') }, { table: {}, store: first.store });
    expect(first.all('locations')).to.have.length(1);
    expect(first.all('services_at_locations')).to.have.length(1);
    expect(second.result.counts.locations).to.deep.include({ changed: 1 });
  });

  it('reads columns as people say, keeps what no field takes, and leaves out what it should', async () => {
    const content = csv(
      'Nm,Kind,Beds,Remarks,Dental',
      'North clinic,Walk-in,12,do not tell,Yes',
      'South clinic,Other,,,No',
    );
    const table = {
      columns: { service_name: 'Nm', terms: 'Kind', 'term:dental-care': 'Dental' },
      everyRow: { organization_name: 'County Health', city: 'Washington', terms: 'primary-care' },
      leftOut: ['Remarks'],
    };
    const own = mappingCrosswalk({ ...table, terms: [{ name: 'walk-in', to: ['vision-glasses'] }] });
    const { all, findings } = await importFiles(
      { 'x.csv': content },
      { table, crosswalks: [own, ...crosswalks] },
    );
    expect(all('organizations').map(({ name }) => name)).to.deep.equal(['County Health']);
    const [north, south] = ['North clinic', 'South clinic'].map((name) =>
      all('services').find((service) => service.name === name),
    );
    expect(all('locations').map(({ name }) => name)).to.have.members(['North clinic', 'South clinic']);
    expect(north!.terms).to.have.members(['vision-glasses', 'primary-care', 'dental-care']);
    expect(south!.terms).to.deep.equal(['primary-care']);
    expect(north!.attributes).to.deep.equal([{ label: 'Beds', value: '12', linkType: 'source-field' }]);
    expect(JSON.stringify([all('services'), findings])).not.to.contain('do not tell');
  });

  it('takes agencies, sites and programs of iCarol apart', async () => {
    const content = csv(
      'ResourceAgencyNum,PublicName,TaxonomyLevelName,ParentAgency,ParentAgencyNum,PhysicalAddress1,PhysicalCity,PhysicalStateProvince,PhysicalPostalCode,PhysicalAddressIsPrivate,Latitude,Longitude,Phone1Number,Phone1Name,Phone1IsPrivate,HoursOfOperation,FeeStructureSource,LanguagesOffered,TaxonomyTerms,TaxonomyCodes,ExcludeFromWebsite,InternalNotes',
      '12,Food shelf,Program,County Services,10,,,,,No,,,202-555-0103,Intake,No,Tuesday 1pm-4pm,None,Spanish,Food Pantries; Soup Kitchens,BD-1800.2000; BD-5000.8300,No,call Bob',
      '10,County Services,Agency,,0,1 Main St,Washington,DC,20001,No,38.9,-77.0,202-555-0100,Main,No,,,,,,No,',
      '11,North site,Site,County Services,10,5 North St,Washington,DC,20002,No,38.92,-77.02,202-555-0199,Boss,Yes,,,,,,No,',
      '13,Shelter,Program,County Services,10,77 Hidden Ln,Washington,DC,20003,Yes,38.93,-77.03,,,,,,,Homeless Shelter,BH-1800.8500,No,',
      '14,Tutoring,Program,North site,11,,,,,No,,,,,,,,,Tutoring Services,HH-8000,No,',
      '15,Staff only,Program,County Services,10,,,,,No,,,,,,,,,,,Yes,',
    );
    const { all, bySource, findings } = await importFiles({ 'icarol.csv': content }, { table: {} });
    expect(all('organizations').map(({ name }) => name)).to.deep.equal(['County Services']);
    expect([...bySource('services').keys()].sort()).to.deep.equal(['12', '13', '14']);
    const organizationId = all('organizations')[0]!.id;
    expect(all('services').every((service) => service.organizationId === organizationId)).to.equal(true);
    const placeOf = (id: string) => {
      const link = all('services_at_locations').find(
        ({ serviceId }) => serviceId === bySource('services').get(id)!.id,
      );
      return [...bySource('locations')].find(([, { id: found }]) => found === link?.locationId)?.[0];
    };
    expect(['12', '13', '14'].map(placeOf)).to.deep.equal(['10', '13', '11']);
    expect(bySource('locations').get('13')).to.deep.include({
      confidentiality: 'partial',
      pointQuality: 'missing',
    });
    expect(bySource('services').get('12')!.sourceTerms).to.deep.include({
      name: 'Food Pantries',
      code: 'BD-1800.2000',
      taxonomy: 'AIRS',
    });
    const told = JSON.stringify([all('locations'), all('services'), findings]);
    for (const secret of ['call Bob', '202-555-0199', '38.93']) expect(told).not.to.contain(secret);
    expect(
      findings.filter(({ code }) => code === 'not-public').map(({ line, action }) => [line, action]),
    ).to.deep.equal([
      [4, 'left-out'],
      [7, 'refused'],
    ]);
  });

  it('reads JSON, lists in cells and several telephones in one', async () => {
    const records = [
      {
        id: 5,
        name: 'Pantry &amp; kitchen',
        city: 'Washington',
        services: ['Food Pantry', 'Mobile Food Bank'],
        phone: '202-555-0101\n(202) 555-0102\n2025550101',
        hours: null,
      },
    ];
    const { all } = await importFiles({ 'p.json': JSON.stringify(records) }, { table: {} });
    expect(all('services')[0]).to.deep.include({ name: 'Pantry & kitchen' });
    expect((all('services')[0]!.sourceTerms as { name: string }[]).map(({ name }) => name)).to.deep.equal([
      'Food Pantry',
      'Mobile Food Bank',
    ]);
    const phones = all('services_at_locations')[0]!.phones as { number: string }[];
    expect(phones.map(({ number }) => number)).to.deep.equal(['202-555-0101', '(202) 555-0102']);
  });

  it('says what no place is named for, which column is gone, and refuses a file without any name', async () => {
    const { codes } = await importFiles(
      { 'h.csv': csv('name,phone', 'Hotline,988') },
      { table: { columns: { service_name: 'name', city: 'Town' } } },
    );
    expect(codes()).to.include.members(['h.csv:1 missing-column left-out', 'h.csv:2 no-place kept']);
    const store = memoryDirectory();
    const refused = await importFiles({ 'n.csv': csv('a,b', '1,2') }, { table: {}, store }).catch(
      (error) => error,
    );
    expect(refused).to.include({ code: 'nothing-known' });
    expect(store.collections.get('services')?.size ?? 0).to.equal(0);
  });
});
