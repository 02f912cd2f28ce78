import { expect } from 'chai';
import fc from 'fast-check';
import { importHsds } from '../../../server/imports/import-hsds.ts';
import { InputRefused } from '../../../server/imports/input-refused.ts';
import { eligibility } from '../../core/eligibility/eligibility-data.ts';
import { collectGarbage } from '../../support/collect-garbage.ts';
import { memoryDirectory, memoryFindings, memoryStaging } from './memory-stores.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { crosswalks, importFiles, taxonomy } from './test-import.ts';

const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;

const small = {
  'organizations.csv': csv('id,name,description', 'o1,Library,Books', 'o2,Clinic,Care'),
  'services.csv': csv('id,organization_id,name,status', 's1,o1,Reading,active', 's2,o2,Counselling,active'),
  'locations.csv': csv(
    'id,organization_id,name,latitude,longitude',
    'l1,o1,Main,38.9,-77.0',
    'l2,o2,North,38.95,-77.01',
  ),
  'service_at_location.csv': csv('id,service_id,location_id', 'x1,s1,l1', 'x2,s2,l2'),
  'phones.csv': csv('id,service_id,location_id,number', 'p1,s1,,202-555-0100', 'p2,,l1,202-555-0101'),
  'schedules.csv': csv(
    'id,service_id,weekday,opens_at,closes_at',
    'h1,s1,Monday,9am,5pm',
    'h2,s2,Tuesday,10:00,12:00',
  ),
  'physical_addresses.csv': csv(
    'id,location_id,address_1,city',
    'a1,l1,1 Main St,Washington',
    'a2,l2,2 North St,Washington',
  ),
};

describe('importHsds', () => {
  it('joins the tables into records', async () => {
    const { result, bySource, codes } = await importFiles(small);
    expect(codes()).to.deep.equal([]);
    expect(bySource('services').get('s1')).to.deep.include({ name: 'Reading', status: 'active' });
    expect(bySource('services').get('s1')!.phones).to.deep.equal([{ number: '202-555-0100', languages: [] }]);
    expect(bySource('services').get('s1')!.schedules).to.deep.equal([
      { freq: 'WEEKLY', byday: ['MO'], opensAt: '09:00', closesAt: '17:00' },
    ]);
    expect(bySource('locations').get('l1')).to.deep.include({
      pointQuality: 'exact',
      point: { type: 'Point', coordinates: [-77, 38.9] },
    });
    expect(bySource('services_at_locations').get('x1')).to.include({
      serviceId: bySource('services').get('s1')!.id,
      locationId: bySource('locations').get('l1')!.id,
    });
    expect(result.counts.services).to.deep.equal({ read: 2, added: 2, changed: 0, unchanged: 0, refused: 0 });
  });

  it('changes nothing when it is done again, and only what changed when something did', async () => {
    const first = await importFiles(small);
    const again = await importFiles(small, { store: first.store });
    for (const count of Object.values(again.result.counts))
      expect([count.added, count.changed]).to.deep.equal([0, 0]);
    const edited = { ...small, 'phones.csv': csv('id,service_id,number', 'p1,s1,202-555-0199') };
    const third = await importFiles(edited, { store: first.store });
    expect(third.result.counts.services).to.include({ changed: 1, unchanged: 1, added: 0 });
    expect(third.result.counts.locations).to.include({ changed: 1, unchanged: 1 });
    expect(third.result.counts.organizations).to.include({ changed: 0, unchanged: 2 });
  });

  it('gives the same records whatever the order of rows', async () => {
    const expected = (await importFiles(small)).all('services').sort((a, b) => (a.id < b.id ? -1 : 1));
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (keys) => {
        const shuffled = Object.fromEntries(
          Object.entries(small).map(([name, text]) => {
            const [header, ...lines] = text.trim().split('\n');
            const order = lines
              .map((line) => ({ line, key: keys.next().value }))
              .sort((a, b) => a.key - b.key);
            return [name, csv(header!, ...order.map(({ line }) => line))];
          }),
        );
        const { all } = await importFiles(shuffled);
        expect(all('services').sort((a, b) => (a.id < b.id ? -1 : 1))).to.deep.equal(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves nothing in staging, after success and after failure', async () => {
    const { staging } = await importFiles(small);
    expect(staging.documents).to.deep.equal([]);
    const broken = memoryStaging();
    const failing = { ...memoryDirectory(), upsertMany: () => Promise.reject(new Error('lost')) };
    const failure = await importFiles(small, { staging: broken, store: failing }).catch(
      (error: Error) => error,
    );
    expect([(failure as Error).message, broken.documents]).to.deep.equal(['lost', []]);
  });

  it('finishes what an earlier, killed try of the same import left half done', async () => {
    const staging = memoryStaging();
    await staging.add([
      {
        n: 1,
        table: 'service',
        key: 'service:ghost',
        parents: [],
        row: {
          table: 'service',
          id: 'ghost',
          parents: [],
          links: { organization: ['o1'] },
          value: { name: 'Ghost', eligibility: { unknown: [] } },
          attributes: [],
          place: { file: 'old', line: 1 },
          embedded: false,
        },
      },
    ]);
    const { bySource } = await importFiles(small, { staging });
    expect([...bySource('services').keys()]).to.deep.equal(['s1', 's2']);
  });

  it('stops where it is told to, before the next batch', async () => {
    const stop = new AbortController();
    const started = importFiles(small, {
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    const failure = await started.catch((error: Error) => error);
    expect((failure as Error).message).to.equal('enough');
  });

  it('refuses an input in which nothing is HSDS', async () => {
    const failure = await importFiles({ 'a.csv': csv('Date,Amount', '1,2') }).catch(
      (error: unknown) => error,
    );
    expect(failure).to.be.instanceOf(InputRefused).with.property('code', 'nothing-known');
  });

  it('asks for the offers of every service, and of those that a changed place touches', async () => {
    const asked: string[][] = [];
    const rebuildOffers = async (ids: readonly string[]) => void asked.push([...ids]);
    const first = await importFiles(small, { rebuildOffers });
    const ids = [...first.bySource('services').values()].map(({ id }) => id).sort();
    expect(asked.flat().sort()).to.deep.equal(ids);
    asked.length = 0;
    const places = {
      'locations.csv': csv('id,organization_id,name,latitude,longitude', 'l1,o1,Main Library,38.9,-77.0'),
    };
    await importFiles(places, { rebuildOffers, store: first.store });
    expect(asked.flat()).to.deep.equal([first.bySource('services').get('s1')!.id]);
  });

  describe('dirt', () => {
    it('maps only points that can be trusted, and lists every place', async () => {
      const { bySource, findings } = await importFiles({
        ...small,
        'locations.csv': csv(
          'id,organization_id,name,latitude,longitude',
          'l1,o1,Zero,0,0',
          'l2,o2,None,,',
          'l3,o1,Far,37.77,-122.4',
          'l4,o1,Swapped,-77.0,38.9',
          'l5,o1,Metres,4707104.19,-8571600.79',
          'l6,o1,Nonsense,100,101',
        ),
      });
      const quality = [...bySource('locations')].map(([id, { pointQuality, point }]) => [
        id,
        pointQuality,
        point !== undefined,
      ]);
      expect(quality).to.deep.equal([
        ['l1', 'placeholder', false],
        ['l2', 'missing', false],
        ['l3', 'outside', false],
        ['l4', 'exact', true],
        ['l5', 'exact', true],
        ['l6', 'invalid', false],
      ]);
      expect(
        findings.filter(({ file }) => file === 'locations.csv').map(({ code, line }) => [line, code]),
      ).to.deep.equal([
        [2, 'point-zero'],
        [3, 'point-missing'],
        [4, 'point-outside'],
        [5, 'point-swapped'],
        [6, 'point-in-metres'],
        [7, 'point-invalid'],
      ]);
      for (const { raw, file } of findings)
        if (file === 'locations.csv') expect(JSON.parse(raw!)).to.have.property('name');
    });

    it('takes a point that places at different addresses share for a stand-in', async () => {
      const at = (numbers: readonly number[]) => ({
        'organizations.csv': small['organizations.csv'],
        'services.csv': small['services.csv'],
        'locations.csv': csv(
          'id,organization_id,name,latitude,longitude',
          ...numbers.map((_, index) => `l${index},o1,P${index},38.9,-77.0`),
        ),
        'physical_addresses.csv': csv(
          'id,location_id,address_1,city',
          ...numbers.map((number, index) => `a${index},l${index},${number} Any St,X`),
        ),
      });
      const apart = await importFiles(at([1, 2, 3, 4]));
      expect(apart.all('locations').map(({ pointQuality }) => pointQuality)).to.deep.equal(
        Array(4).fill('placeholder'),
      );
      const together = await importFiles(at([7, 7, 7, 7]));
      expect(together.all('locations').map(({ pointQuality }) => pointQuality)).to.deep.equal(
        Array(4).fill('exact'),
      );
    });

    it('keeps the first of two rows with one id, and reports the other with all it said', async () => {
      const { bySource, findings } = await importFiles({
        ...small,
        'organizations.csv': csv('id,name', 'o1,Library', 'o1,Museum', 'o2,Clinic', 'o2,Clinic'),
      });
      expect(bySource('organizations').get('o1')!.name).to.equal('Library');
      expect(findings.map(({ code, line, action }) => [code, line, action])).to.deep.equal([
        ['duplicate-id', 3, 'refused'],
        ['duplicate-row', 5, 'left-out'],
      ]);
      expect(findings[0]!.raw).to.equal('{"id":"o1","name":"Museum"}');
    });

    it('reports every link that leads nowhere', async () => {
      const { codes, bySource } = await importFiles({
        ...small,
        'services.csv': csv(
          'id,organization_id,name',
          's1,o1,Reading',
          's2,gone,Counselling',
          's3,gone,Alone',
        ),
        'service_at_location.csv': csv(
          'id,service_id,location_id',
          'x1,s1,l1',
          'x2,s2,l2',
          'x3,s1,gone',
          'x4,gone,l1',
        ),
        'phones.csv': csv(
          'id,service_id,location_id,number',
          'p1,gone,l1,202-555-0100',
          'p2,gone,,202-555-0101',
        ),
      });
      expect([...bySource('services').keys()]).to.deep.equal(['s1', 's2']);
      expect(codes().sort()).to.deep.equal(
        [
          'services.csv:3 dangling-link left-out',
          'services.csv:3 organization-from-location repaired',
          'services.csv:4 dangling-link left-out',
          'services.csv:4 no-organization refused',
          'service_at_location.csv:4 dangling-link refused',
          'service_at_location.csv:5 dangling-link refused',
          'phones.csv:2 dangling-link kept',
          'phones.csv:3 dangling-link left-out',
        ].sort(),
      );
    });

    it('survives ragged rows, an unclosed quote and a wrong encoding, and loses no line', async () => {
      const services = Buffer.concat([
        Buffer.from(
          'id,organization_id,name,status\ns1,o1,Reading\ns2,o2,Counselling,active,surplus\ns3,o1,"Open\ns4,o1,',
        ),
        Buffer.from([0x4e, 0x69, 0xf1, 0x6f, 0x73]),
        Buffer.from(',active\n'),
      ]);
      const { bySource, codes } = await importFiles({
        'organizations.csv': small['organizations.csv'],
        'services.csv': services,
      });
      expect([...bySource('services')].map(([id, { name }]) => [id, name])).to.deep.equal([
        ['s1', 'Reading'],
        ['s3', 'Open'],
        ['s4', 'Niños'],
      ]);
      expect(codes()).to.deep.equal([
        'services.csv:2 ragged-row kept',
        'services.csv:3 ragged-row refused',
        'services.csv:4 unclosed-quote repaired',
        'services.csv:4 ragged-row kept',
        'services.csv:5 wrong-encoding repaired',
      ]);
    });

    it('keeps hours of a service at one place for that place', async () => {
      const { bySource } = await importFiles({
        ...small,
        'service_at_location.csv': csv('id,service_id,location_id', 'x1,s1,l1', 'x3,s1,l2'),
        'schedules.csv': csv(
          'id,service_id,location_id,weekday,opens_at,closes_at',
          'h1,s1,l1,Monday,9am,5pm',
          'h2,s1,,Tuesday,9am,5pm',
        ),
      });
      const days = (name: string, id: string) =>
        (bySource(name).get(id)!.schedules as { byday: string[] }[]).map(({ byday }) => byday[0]);
      expect([
        days('services', 's1'),
        days('services_at_locations', 'x1'),
        days('services_at_locations', 'x3'),
      ]).to.deep.equal([['TU'], ['MO'], []]);
    });

    it('reads the holidays of a service, of a place, and of a service at a place', async () => {
      const { bySource, codes } = await importFiles({
        ...small,
        'holiday_schedules.csv': csv(
          'id,service_id,location_id,service_at_location_id,closed,opens_at,closes_at,start_date,end_date',
          'c1,s1,,,true,,,2026-12-24,2027-01-02',
          'c2,,l1,,no,10:00,2pm,12/31/2026,',
          'c3,,,x2,yes,,,2026-11-26,2026-11-26',
          'c4,s2,l2,,yes,,,2026-11-27,2026-11-27',
          'c5,s1,,,no,,,2026-11-26,2026-11-26',
          'c6,s1,,,yes,,,2026-11-26,2026-11-25',
        ),
      });
      const closures = (name: string, id: string) => bySource(name).get(id)!.closures;
      const day = (date: string) => ({ from: date, to: date, closed: true });
      expect(closures('services', 's1')).to.deep.equal([
        { from: '2026-12-24', to: '2027-01-02', closed: true },
      ]);
      expect(closures('locations', 'l1')).to.deep.equal([
        { ...day('2026-12-31'), closed: false, opensAt: '10:00', closesAt: '14:00' },
      ]);
      expect(closures('services_at_locations', 'x2')).to.have.deep.members([
        day('2026-11-26'),
        day('2026-11-27'),
      ]);
      expect(closures('services', 's2')).to.equal(undefined);
      expect(codes()).to.have.members([
        'holiday_schedules.csv:6 hours-empty left-out',
        'holiday_schedules.csv:7 bad-date left-out',
      ]);
    });

    it('shows no point of a place that says it is confidential', async () => {
      const { bySource, codes } = await importFiles({
        ...small,
        'physical_addresses.csv': csv('id,location_id,address_1,city', 'a1,l1,Confidential,Washington'),
      });
      expect(bySource('locations').get('l1')).to.deep.include({
        confidentiality: 'partial',
        pointQuality: 'missing',
      });
      expect(bySource('locations').get('l1')).to.not.have.property('point');
      expect(codes()).to.deep.equal(['locations.csv:2 confidential-place left-out']);
    });

    it('keeps in the report nothing of what stands in the rows of such a place', async () => {
      const { findings } = await importFiles({
        ...small,
        'locations.csv': csv(
          'id,organization_id,name,latitude,longitude,door',
          'l1,o1,Confidential location,-77.0123,38.9456,Quietlane 7',
          'l2,o2,North,-77.01,38.95,Main 1',
        ),
        'addresses.csv': csv('id,location_id,address_1,city,bell', 'a1,l1,7 Quietlane,Washington,left'),
      });
      const about = (line: number) =>
        findings.filter((one) => one.file === 'locations.csv' && one.line === line);
      expect(about(2).map(({ code }) => code)).to.include.members(['point-swapped', 'confidential-place']);
      expect(findings.map(({ file }) => file)).to.include('addresses.csv');
      expect(JSON.stringify(findings)).not.to.match(/quietlane|77\.0123|38\.9456/i);
      expect(JSON.stringify(about(3)), 'of other places').to.include('38.95');
    });

    it('survives any bytes', async () => {
      const piece = fc.constantFrom(
        'id,organization_id,name\n',
        's1,o1,x\n',
        '"',
        ',',
        '\n',
        '\ufeff',
        '=1+1',
        '<b>',
        '\\n',
        'null',
        '0',
        'é',
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(piece, { maxLength: 40 }),
          fc.uint8Array({ maxLength: 10 }),
          async (pieces, bytes) => {
            const content = Buffer.concat([
              Buffer.from('id,organization_id,name\n'),
              Buffer.from(pieces.join('')),
              Buffer.from(bytes),
            ]);
            const { result, findings } = await importFiles({
              'organizations.csv': small['organizations.csv'],
              'services.csv': content,
            });
            const { read = 0, added = 0, refused = 0 } = result.counts.services ?? {};
            expect(added + refused).to.equal(read);
            if (refused > 0) expect(findings).to.not.be.empty;
          },
        ),
        { numRuns: 40 },
      );
    });
  });

  describe('JSON', () => {
    const service = {
      id: 's1',
      name: 'Counselling',
      status: 'active',
      organization: { id: 'o1', name: 'Clinic' },
      phones: [{ id: 'p1', number: '202-555-0100', languages: [{ id: 'g1', name: 'Spanish', code: 'es' }] }],
      service_capacities: [
        {
          id: 'c1',
          available: 3,
          maximum: 10,
          updated: '2024-09-25T14:23:06Z',
          unit: { id: 'u1', name: 'seats' },
        },
      ],
      service_at_locations: [
        {
          id: 'x1',
          location: { id: 'l1', name: 'Main', latitude: 38.9, longitude: -77, location_type: 'physical' },
        },
      ],
      attributes: [
        {
          id: 'a1',
          taxonomy_term: { id: 't1', code: '1343', name: 'Tutoring', taxonomy: 'Open Eligibility' },
        },
      ],
    };

    it('reads nested HSDS 3 in every wrapping', async () => {
      const wrapped = {
        alone: JSON.stringify(service),
        list: JSON.stringify([service]),
        page: JSON.stringify({ total_items: 1, contents: [service] }),
        lines: `${JSON.stringify(service)}\n${JSON.stringify({ ...service, id: 's2' })}\n`,
      };
      for (const [name, content] of Object.entries(wrapped)) {
        const { bySource, findings } = await importFiles({ 'services.json': content });
        const stored = bySource('services').get('s1')!;
        expect(stored.phones, name).to.deep.equal([{ number: '202-555-0100', languages: ['es'] }]);
        expect(stored.capacities).to.deep.equal([
          { unit: 'seats', available: 3, maximum: 10, updated: '2024-09-25T14:23:06.000Z' },
        ]);
        expect(stored.sourceTerms).to.deep.equal([
          { taxonomy: 'Open Eligibility', code: '1343', name: 'Tutoring' },
        ]);
        expect(stored.terms).to.not.be.empty;
        expect(bySource('services_at_locations').has('x1')).to.equal(true);
        expect(findings).to.deep.equal([]);
      }
    });

    it('says of a record that comes with each of its services only once what is wrong with it', async () => {
      const far = {
        ...service.service_at_locations[0]!,
        location: { id: 'l1', name: 'Far', latitude: 0, longitude: 0 },
      };
      const services = Array.from({ length: 20 }, (_, index) => ({
        ...service,
        id: `s${index}`,
        service_at_locations: [{ ...far, id: `x${index}` }],
      }));
      const { codes, all } = await importFiles({ 'services.json': JSON.stringify(services) });
      expect(codes()).to.deep.equal(['services.json:1 point-zero left-out']);
      expect([
        all('services').length,
        all('organizations').length,
        all('services_at_locations').length,
      ]).to.deep.equal([20, 1, 20]);
    });

    it('lists the terms that no mapping file knows, with how many carry them', async () => {
      const unknown = { id: 't9', name: 'Falconry for zebras', taxonomy: 'Odd' };
      const services = ['s1', 's2'].map((id) => ({
        ...service,
        id,
        service_at_locations: [],
        attributes: [{ id: `a${id}`, taxonomy_term: unknown }],
      }));
      const { result, codes } = await importFiles({ 'services.json': JSON.stringify(services) });
      expect(result.unmappedTerms).to.deep.equal([
        { taxonomy: 'Odd', code: 't9', name: 'Falconry for zebras', count: 2 },
      ]);
      expect(codes()).to.deep.equal(['services.json:1 unmapped-term kept']);
    });
  });

  it('holds one batch in memory, however long the file', async function () {
    this.timeout(120_000);
    const rows = 60_000;
    const folder = temporaryFolder({ 'organizations.csv': csv('id,name', 'o1,Org') });
    const { createWriteStream } = await import('node:fs');
    const out = createWriteStream(`${folder.path}/services.csv`);
    out.write('id,organization_id,name,description\n');
    for (let row = 0; row < rows; row += 1)
      out.write(`s${row},o1,Service ${row},"${'Words about it. '.repeat(10)}"\n`);
    await new Promise((done) => out.end(done));
    const staging = memoryStaging();
    const peaks: number[] = [];
    let staged = 0;
    const forgetful = {
      ...staging,
      add: async (documents: readonly unknown[]) => {
        staged += documents.length;
      },
    };
    const onProgress = ({ done }: { done: number }) => {
      if (done % 4000 >= 1000) return;
      collectGarbage();
      peaks.push(process.memoryUsage().heapUsed);
    };
    const run = {
      importId: 'x',
      input: folder.path,
      source: 'test',
      taxonomy,
      eligibility,
      crosswalks,
      store: memoryDirectory(),
      staging: forgetful,
      findings: memoryFindings(),
      onProgress,
    };
    await importHsds(run);
    folder.remove();
    expect(staged).to.equal(rows + 1);
    const [early, late] = [Math.max(...peaks.slice(0, 5)), Math.max(...peaks.slice(-5))];
    expect(late - early, 'bytes of heap between the first and the last rows').to.be.below(12 * 1024 ** 2);
  });
});
