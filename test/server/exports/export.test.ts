import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { FORMAT_NAMES } from '../../../core/exports/export-format.ts';
import { FLAT_COLUMNS } from '../../../core/exports/flat-row.ts';
import { atOnce } from '../../../server/exports/at-once.ts';
import { directoryLists } from '../../../server/exports/directory-lists.ts';
import { directoryExportRoutes } from '../../../server/exports/export-routes.ts';
import { hsdsWorld } from '../../../server/hsds/hsds-world.ts';
import { openInput } from '../../../server/imports/open-input.ts';
import { aLocation, aPlace, aService } from '../../core/directory/records.ts';
import { countedConnection } from '../directory/counted-connection.ts';
import { hsdsTown } from '../hsds/hsds-town.ts';
import { id, oddRecords } from '../hsds/odd-records.ts';
import { temporaryFolder } from '../imports/temporary-folder.ts';

const NIGHT = new Date('2026-03-02T03:00:00Z');

describe('The directory as a file', () => {
  let town: Awaited<ReturnType<typeof hsdsTown>>;
  before(async () => {
    town = await hsdsTown((deps) => directoryExportRoutes(deps, () => NIGHT));
    await town.put(oddRecords());
    await town.put(twoMore());
    await town.deps.db.collection('districts').insertOne({
      _id: 'district' as never,
      name: 'Río Alder',
      timezone: 'America/Chicago',
    });
  });
  after(() => town.close());

  const ask = (path: string) => fetch(`${town.url}/api/v1/exports/directory.${path}`);
  const said = async (path: string) => (await ask(path)).text();
  const csv = async (question = ''): Promise<Record<string, string>[]> =>
    parse(await said(`csv${question}`), { columns: true, bom: true });

  it('is named after the district and its day there, and says what it is', async () => {
    const reply = await ask('geojson');
    expect(reply.headers.get('content-type')).to.match(/^application\/geo\+json/);
    expect(reply.headers.get('content-disposition')).to.equal(
      'attachment; filename=rio-alder-directory-2026-03-01.geojson',
    );
    const site = await ask(`csv?location=${id('open')}`);
    expect(site.headers.get('content-disposition')).to.include('main-branch-selection-2026-03-01.csv');
    expect((await ask('pdf')).status).to.equal(400);
  });

  it('holds every record that /hsds tells, and nothing else', async () => {
    const { organizations, services, locations } = JSON.parse(await said('hsds.json'));
    const told = await town.lines('/services?format=ndjson&full=true');
    expect(services).to.deep.equal(told);
    const partners = await town.lines('/organizations?format=ndjson&full=true');
    const withoutServices = partners.map(({ services: _, ...partner }) => partner);
    expect(organizations).to.deep.equal(withoutServices);
    expect(locations.map((place: { id: string }) => place.id)).to.deep.equal([id('lone')]);
    const lines = (await said('hsds.ndjson'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).to.deep.equal({
      record_type: 'export',
      standard: 'HSDS 3.1',
      profile: 'Trellis',
      filter: {},
    });
    expect(lines.slice(1)).to.deep.equal([
      ...organizations.map((record: object) => ({ record_type: 'organization', ...record })),
      ...services.map((record: object) => ({ record_type: 'service', ...record })),
      ...locations.map((record: object) => ({ record_type: 'location', ...record })),
    ]);
  });

  it('has a row for each place of a service, and one for a service whose place must not be told', async () => {
    const rows = await csv();
    expect(Object.keys(rows[0]!)).to.deep.equal([...FLAT_COLUMNS, 'filter']);
    expect(rows.map(({ service, place }) => [service, place])).to.have.deep.members([
      ['Hall', 'Main branch'],
      ['Beds', 'Hearth'],
      ['Line', ''],
      ['Tutor', 'Kiosk'],
    ]);
    const [hall] = rows.filter(({ service }) => service === 'Hall');
    expect(hall).to.include({
      organization: 'Río House',
      kind: 'space',
      address: '1 Mill Road',
      city: 'Alder Creek',
      latitude: '38.95',
      minimum_grade: '-1',
      hours: 'MO 10:00-12:00; monthly 1TU 18:00-20:00; yearly 24 10:00-12:00',
      cost: 'Free of charge',
      filter: '',
    });
    const [tutor] = rows.filter(({ service }) => service === 'Tutor');
    expect(tutor?.description).to.equal(`'=HYPERLINK("https://example.org";"Go, ""now""")`);
  });

  it('is a map of points, with null for what has none', async () => {
    const { features, filter } = JSON.parse(await said('geojson'));
    expect(filter).to.deep.equal({});
    const placed = features.map(({ geometry, properties }: { geometry: object; properties: object }) => [
      (properties as { service: string }).service,
      geometry,
    ]);
    expect(placed).to.have.deep.members([
      ['Hall', { type: 'Point', coordinates: [-92.33, 38.95] }],
      ['Tutor', { type: 'Point', coordinates: [-92.4, 38.9] }],
      ['Beds', null],
      ['Line', null],
    ]);
  });

  it('holds of a filter what Find finds, with its partners and places, and says the filter', async () => {
    const question = '?q=tutor&free=0&page=3&sort=name&near=-92.4,38.9&minutes=10&mode=walk';
    const filter = { q: 'tutor', mode: 'walk', minutes: '10', near: '-92.4,38.9' };
    const json = JSON.parse(await said(`hsds.json${question}`));
    expect(json.filter).to.deep.equal(filter);
    const ids = (records: { id: string }[]) => records.map((record) => record.id);
    expect(ids(json.services)).to.deep.equal([id('tutor')]);
    expect(ids(json.services[0].service_at_locations)).to.deep.equal([id('at-lone')]);
    expect(ids(json.organizations)).to.deep.equal([id('organization')]);
    expect(json.organizations[0].locations).to.equal(undefined);
    expect(ids(json.locations)).to.deep.equal([id('lone')]);
    expect((await csv(question)).map((row) => row.filter)).to.deep.equal([
      'q=tutor&near=-92.4,38.9&mode=walk&minutes=10',
    ]);
  });

  it('is of a site what is given under its roof', async () => {
    const rows = await csv(`?location=${id('open')}`);
    expect(rows.map(({ service }) => service)).to.deep.equal(['Hall']);
    const json = JSON.parse(await said(`hsds.json?location=${id('open')}`));
    const places = json.organizations[0].locations.map((place: { id: string }) => place.id);
    expect(places).to.deep.equal([id('open')]);
  });

  it('does not tell where something confidential is by taking a public place along for it', async () => {
    const json = JSON.parse(await said('hsds.json?q=line'));
    expect(json.services.map((service: { id: string }) => service.id)).to.deep.equal([id('hidden')]);
    expect(json.organizations[0].locations).to.equal(undefined);
    expect(json.locations).to.deep.equal([]);
  });

  it('is a package of tables whose descriptor names each file and says the filter', async () => {
    const before = await leftBehind();
    const reply = await ask(`hsds.zip?location=${id('open')}`);
    expect(reply.headers.get('content-type')).to.equal('application/zip');
    const files = await unzip(Buffer.from(await reply.arrayBuffer()));
    const { filter, resources } = JSON.parse(files['datapackage.json']!);
    expect(filter).to.deep.equal({ location: id('open') });
    const paths = resources.map(({ path }: { path: string }) => path);
    expect(Object.keys(files)).to.have.members(['datapackage.json', ...paths]);
    const rows = (file: string): Record<string, string>[] => parse(files[file]!, { columns: true });
    expect(rows('services.csv').map(({ name }) => name)).to.deep.equal(['Hall']);
    expect(rows('locations.csv').map((row) => row.id)).to.deep.equal([id('open')]);
    expect(rows('schedules.csv').map(({ freq }) => freq)).to.deep.equal(['WEEKLY', 'MONTHLY']);
    expect(rows('other_schedules.csv').map(({ freq }) => freq)).to.deep.equal(['YEARLY']);
    expect(rows('units.csv').map(({ name }) => name)).to.have.members(['beds', 'rooms', 'chairs']);
    expect(rows('taxonomy_terms.csv').map(({ name }) => name)).to.include.members(['Food', 'Uncoded']);
    expect(await leftBehind()).to.deep.equal(before);
  });

  it('is turned away while too many packages are being made, and let in when one is done', async () => {
    const packages = atOnce(1);
    let finish = () => {};
    const first = packages(() => new Promise((resolve) => (finish = resolve)));
    const second = await packages(async () => {}).catch((error: { code: string }) => error.code);
    expect(second).to.equal('busy');
    finish();
    await first;
    await packages(async () => {});
  });

  it('is empty, and still a file, where nothing is found', async () => {
    for (const format of FORMAT_NAMES) expect(await said(`${format}?q=unicorn`)).to.not.equal('');
    expect(await csv('?q=unicorn')).to.deep.equal([]);
    expect(JSON.parse(await said('geojson?q=unicorn')).features).to.deep.equal([]);
  });

  it('is read a page at a time, each in as many round trips, whatever is on it', async () => {
    const { db, countDuring } = countedConnection(town.deps.config.mongodb.database);
    const services = () => directoryLists(hsdsWorld({ ...town.deps, db }), undefined).services;
    const all = async () => {
      for await (const _service of services());
    };
    // The first time also opens the connection.
    await all();
    const few = await countDuring(all);
    await town.put({ services: manyServices('on the page', 90) });
    expect(await countDuring(all)).to.equal(few);
    await town.put({ services: manyServices('on the next', 120) });
    const first = await countDuring(async () => {
      for await (const _service of services()) break;
    });
    expect(first).to.be.below(await countDuring(all));
    await db.close();
  });
});

function manyServices(name: string, count: number) {
  return Array.from({ length: count }, (_, n) =>
    aService({ id: id(`${name} ${n}`), organizationId: id('organization') }),
  );
}

/** What packages left in the folder for temporary files. */
async function leftBehind(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('trellis-export-'));
}

async function unzip(zip: Buffer): Promise<Record<string, string>> {
  const folder = temporaryFolder({ 'a.zip': zip });
  const input = await openInput(join(folder.path, 'a.zip'));
  try {
    const read = input.files.map(async (file) => [file.name, await text(await file.open())] as const);
    return Object.fromEntries(await Promise.all(read));
  } finally {
    await input.close();
    folder.remove();
  }
}

/** A place of nobody, and a service there whose words a spreadsheet would take for a formula. */
function twoMore() {
  return {
    locations: [
      aLocation({
        id: id('lone'),
        name: 'Kiosk',
        point: { type: 'Point', coordinates: [-92.4, 38.9] },
      }),
    ],
    services: [
      aService({
        id: id('tutor'),
        organizationId: id('organization'),
        name: 'Tutor',
        description: '=HYPERLINK("https://example.org";"Go, ""now""")',
      }),
    ],
    services_at_locations: [aPlace({ id: id('at-lone'), serviceId: id('tutor'), locationId: id('lone') })],
  };
}
