import { expect } from 'chai';
import type { DemandArea } from '../../../core/demand/demand-area.ts';
import { readAreaSet, streamAreas } from '../../../server/demand/area-set-store.ts';
import { createAreaStore } from '../../../server/imports/area-store.ts';
import { importAreas } from '../../../server/imports/import-areas.ts';
import { testDatabase } from '../../support/database.ts';
import { memoryFindings, memoryStaging } from './memory-stores.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { district } from './test-import.ts';

type Feature = Record<string, unknown>;

describe('importAreas', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let runs = 0;
  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(() => database.drop());

  /** A square a hundredth of a degree wide. */
  function square(n: number, properties: Feature = {}): Feature {
    const [x, y] = [-77 + n * 0.02, 38.9];
    const ring = [
      [x, y],
      [x + 0.01, y],
      [x + 0.01, y + 0.01],
      [x, y + 0.01],
      [x, y],
    ];
    const geometry = { type: 'Polygon', coordinates: [ring] };
    return { type: 'Feature', id: `f${n}`, geometry, properties };
  }

  function collection(...features: Feature[]): string {
    return JSON.stringify({ type: 'FeatureCollection', features });
  }

  async function run(name: string, content: string, signal?: AbortSignal) {
    const folder = temporaryFolder({ [name]: content });
    const findings = memoryFindings();
    runs += 1;
    const importId = `import-${String(runs).padStart(3, '0')}`;
    const file = { set: importId, source: 'census', filename: name };
    const store = await createAreaStore(database.connection, file);
    const options = { importId, input: `${folder.path}/${name}`, source: 'census', bounds: district.bounds };
    const codes = () => findings.items.map(({ code, line, action }) => `${line} ${code} ${action}`);
    try {
      const staging = memoryStaging();
      const { counts } = await importAreas({ ...options, store, staging, findings, signal });
      return { counts: counts.areas, codes: codes() };
    } catch (error) {
      return { refused: (error as Error).message, codes: codes() };
    } finally {
      folder.remove();
    }
  }

  async function shown(): Promise<DemandArea[]> {
    const set = await readAreaSet(database.connection);
    const all: DemandArea[] = [];
    if (!set) return all;
    for await (const area of streamAreas(database.connection, set.set, { outlines: true })) all.push(area);
    expect(all).to.have.length(set.areas);
    return all;
  }

  const people = async () => (await shown()).map(({ id, people: n, low, high }) => [id, n, low, high]);
  const stored = () => database.connection.collection('demand_areas').countDocuments();

  it('reads outlines from GeoJSON and numbers from an ACS table later, by id', async () => {
    const outlines = collection(
      square(0, { GEOID: '31041971500', NAME: '9715', NAMELSAD: 'Census Tract 9715', ALAND: 9 }),
      square(1, { GEOID: '31041971600', NAME: '9716', NAMELSAD: 'Census Tract 9716', ALAND: 9 }),
      square(2, { GEOID: '31041990000', NAME: '9900', NAMELSAD: 'Census Tract 9900', ALAND: 0 }),
    );
    const first = await run('tracts.geojson', outlines);
    expect(first.codes).to.deep.equal(['3 nobody-counted kept']);
    expect(first.counts).to.deep.equal({ read: 3, added: 3, changed: 0, unchanged: 0, refused: 0 });
    const table = [
      'GEO_ID,NAME,B09001_001E,B09001_001M',
      'Geography,Geographic Area Name,Estimate!!Total:,Margin of Error!!Total:',
      '1400000US31041971500,"Census Tract 9715; Custer County",812,140',
      '1400000US31041990000,"Census Tract 9900; Custer County",0,13',
    ];
    const second = await run('ACSDT5Y.csv', `${table.join('\n')}\n`);
    expect(second.codes).to.deep.equal([
      '2 no-number kept',
      '4 nobody-counted kept',
      '2 unknown-area refused',
    ]);
    expect(await people()).to.deep.equal([
      ['31041971500', 812, 672, 952],
      ['31041971600', undefined, undefined, undefined],
      ['31041990000', undefined, undefined, undefined],
    ]);
    const [tract] = await shown();
    expect(tract?.geometry).to.deep.equal(square(0).geometry);
    expect(await stored(), 'the outlines without numbers are gone').to.equal(3);
  });

  it('keeps what a newer file of outlines has no column for, and only its areas', async () => {
    await run(
      'a.geojson',
      collection(square(0, { id: 'a', children: 40, quintile: 5 }), square(1, { id: 'b' })),
    );
    const again = await run(
      'b.geojson',
      collection(square(3, { id: 'a' }), square(4, { id: 'c', children: 7 })),
    );
    expect(again.counts).to.deep.equal({ read: 2, added: 1, changed: 1, unchanged: 0, refused: 0 });
    const areas = await shown();
    expect(areas.map(({ id, people: n, deprivation }) => [id, n, deprivation])).to.deep.equal([
      ['a', 40, 5],
      ['c', 7, undefined],
    ]);
    expect(areas[0]?.geometry).to.deep.equal(square(3).geometry);
    await run('c.geojson', collection(square(3, { id: 'a', children: '' })));
    expect(await people(), 'a column that is empty says so').to.deep.equal([
      ['a', undefined, undefined, undefined],
    ]);
  });

  it('changes nothing the second time', async () => {
    const content = collection(square(0, { children: 40, moe: 5 }), square(1, { children: 0 }));
    await run('a.geojson', content);
    const before = await shown();
    const { counts } = await run('a.geojson', content);
    expect(counts).to.deep.equal({ read: 2, added: 0, changed: 0, unchanged: 2, refused: 0 });
    expect(await shown()).to.deep.equal(before);
    expect(
      before.map(({ id }) => id),
      'by the ids of the features',
    ).to.deep.equal(['f0', 'f1']);
  });

  it('reads points from CSV, takes the first of two rows, and leaves out what it cannot place', async () => {
    const rows = [
      'geoid,lat,lon,people',
      'a,38.9,-77,10',
      'a,38.9,-77,10',
      'a,38.9,-77,11',
      'b,0,0,5',
      'c,,,5',
    ];
    const { codes, counts } = await run('a.csv', `${rows.join('\n')}\n`);
    expect(codes).to.have.members([
      '3 duplicate-row left-out',
      '4 duplicate-id refused',
      '5 point-zero refused',
      '6 outline-missing refused',
    ]);
    expect(counts).to.deep.equal({ read: 5, added: 1, changed: 0, unchanged: 0, refused: 4 });
    expect(await people()).to.deep.equal([['a', 10, undefined, undefined]]);
  });

  it('changes nothing where the file is half, broken, of something else, or nothing of it can be used', async () => {
    await run('a.geojson', collection(square(0, { id: 'a', children: 40 })));
    const before = await shown();
    const whole = collection(square(1, { id: 'b', children: 5 }), square(2, { id: 'c', children: 5 }));
    const table = 'geoid,lat,lon,people\nb,38.9,-77,10\nc,38.9,-7';
    const cases: [string, string, RegExp][] = [
      ['half.geojson', whole.slice(0, -40), /breaks off/],
      ['half.csv', table, /breaks off/],
      ['other.csv', 'name,city\nx,y\n', /columns that are needed/],
      ['bare.csv', 'geoid,name\nb,B\n', /neither outlines nor points/],
      ['zero.csv', 'geoid,lat,lon,people\nb,0,0,10\n', /No area of the file/],
    ];
    for (const [name, content, message] of cases) {
      const { refused } = await run(name, content);
      expect(refused, name).to.match(message);
      expect(await shown(), name).to.deep.equal(before);
    }
    expect(await stored()).to.equal(1);
  });

  it('shows the old areas until the new ones are all there, whenever it is broken off', async () => {
    await run('a.geojson', collection(square(0, { id: 'a', children: 40 })));
    const before = await shown();
    const many = ['geoid,lat,lon,people', ...Array.from({ length: 600 }, (_, n) => `n${n},38.9,-77,10`)];
    for (const after of [1, 3]) {
      const stop = new AbortController();
      let looks = 0;
      const throwIfAborted = () => {
        looks += 1;
        if (looks > after) stop.signal.throwIfAborted();
      };
      const signal = { throwIfAborted };
      stop.abort();
      const { refused } = await run('b.csv', `${many.join('\n')}\n`, signal as AbortSignal);
      expect(refused).to.match(/aborted/);
      expect(await shown(), `after ${after} looks`).to.deep.equal(before);
    }
    expect(await stored()).to.equal(1);
    await run('b.csv', `${many.join('\n')}\n`);
    expect(await stored()).to.equal(600);
    expect(await shown()).to.have.length(600);
  });

  it('leaves what was there when its process dies in the middle, and the next import clears up after it', async () => {
    await run('a.geojson', collection(square(0, { id: 'a', children: 40 })));
    const before = await shown();
    const many = ['geoid,lat,lon,people', ...Array.from({ length: 600 }, (_, n) => `n${n},38.9,-77,10`)];
    const file = `${many.join('\n')}\n`;
    expect(await dying('b.csv', file, 'write')).to.equal(1);
    expect(await shown()).to.deep.equal(before);
    expect(await stored(), 'half of the new ones lie there').to.equal(501);
    expect(await dying('b.csv', file, 'show')).to.equal(1);
    expect(await shown()).to.deep.equal(before);
    await run('b.csv', file);
    expect(await shown()).to.have.length(600);
    expect(await stored()).to.equal(600);
  });

  /** An import whose process is gone after a batch, or before the new areas are shown: nothing of it runs any more. */
  async function dying(name: string, content: string, at: 'write' | 'show'): Promise<number> {
    const folder = temporaryFolder({ [name]: content });
    const set = `killed-at-${at}`;
    const store = await createAreaStore(database.connection, { set, source: 'census', filename: name });
    let deaths = 0;
    let writes = 0;
    const die = () => {
      deaths += 1;
      return Promise.reject(new Error('killed'));
    };
    const dead = {
      ...store,
      clear: async () => (deaths > 0 ? undefined : store.clear()),
      write: async (areas: readonly DemandArea[]) => {
        writes += 1;
        return at === 'write' && writes > 1 ? die() : store.write(areas);
      },
      show: (areas: number) => (at === 'show' ? die() : store.show(areas)),
    };
    const input = {
      importId: set,
      input: `${folder.path}/${name}`,
      source: 'census',
      bounds: district.bounds,
    };
    await importAreas({ ...input, store: dead, staging: memoryStaging(), findings: memoryFindings() }).catch(
      () => undefined,
    );
    folder.remove();
    return deaths;
  }
});
