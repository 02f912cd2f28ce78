import { Writable } from 'node:stream';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { findingOf } from '../../../core/imports/finding.ts';
import { createDirectoryStore } from '../../../server/imports/directory-store.ts';
import {
  createFindingSink,
  deleteFindings,
  readFindings,
  streamFindings,
} from '../../../server/imports/finding-store.ts';
import { createMongoStaging } from '../../../server/imports/mongo-staging.ts';
import { testDatabase } from '../../support/database.ts';
import { importFiles } from './test-import.ts';

describe('imports in the database', function () {
  this.timeout(60_000);
  let database: Awaited<ReturnType<typeof testDatabase>>;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.drop());

  const finding = (line: number, code: 'bad-time' | 'bad-phone' = 'bad-time') =>
    findingOf(
      { code, value: '=1+1', action: 'left-out' },
      { file: 'a.csv', line, raw: '{"$where":"x","a.b":1}' },
    );

  it('keeps every finding, pages through them and streams them as CSV', async () => {
    const db = database.connection;
    const sink = await createFindingSink(db, 'one');
    for (let line = 1; line <= 2500; line += 1)
      await sink.add(finding(line, line % 5 === 0 ? 'bad-phone' : 'bad-time'));
    await sink.flush();
    const other = await createFindingSink(db, 'two');
    await other.add(finding(1));
    await other.flush();
    const page = await readFindings(db, 'one', { page: 3, perPage: 100 });
    expect([page.total, page.items.length, page.items[0]]).to.deep.equal([2500, 100, finding(201)]);
    const phones = await readFindings(db, 'one', { code: 'bad-phone', perPage: 2 });
    expect([phones.total, phones.items.map(({ line }) => line)]).to.deep.equal([500, [5, 10]]);
    const rows = parse(await streamed('one'), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map(({ line }) => Number(line))).to.deep.equal(
      Array.from({ length: 2500 }, (_, index) => index + 1),
    );
    expect(rows[0]!.value).to.equal("'=1+1");
  });

  it('takes what stands in some rows out of the report, and keeps that there was something', async () => {
    const db = database.connection;
    const sink = await createFindingSink(db, 'quiet');
    for (const line of [1, 2, 2, 3]) await sink.add(finding(line));
    await sink.conceal(Array.from({ length: 450 }, (_, n) => ({ file: 'a.csv', line: n + 2 })));
    await sink.conceal([]);
    const { items } = await readFindings(db, 'quiet');
    const { value: _v, raw: _r, ...bare } = finding(2);
    expect(items).to.deep.equal([finding(1), bare, bare, { ...bare, line: 3 }]);
  });

  it('forgets what an earlier try of the same import found', async () => {
    const db = database.connection;
    await createFindingSink(db, 'one');
    expect((await readFindings(db, 'one')).total).to.equal(0);
    expect((await readFindings(db, 'two')).total).to.equal(1);
    await deleteFindings(db, 'two');
    expect((await readFindings(db, 'two')).total).to.equal(0);
  });

  it('tells added, changed and unchanged apart, and deletes nothing', async () => {
    const store = createDirectoryStore(database.connection);
    const records = (name: string) => [
      { id: 'a', name: 'A' },
      { id: 'b', name },
    ];
    expect(await store.upsertMany('organizations', records('B'))).to.deep.equal({
      added: 2,
      changed: 0,
      unchanged: 0,
      changedIds: [],
    });
    expect(await store.upsertMany('organizations', records('B'))).to.deep.equal({
      added: 0,
      changed: 0,
      unchanged: 2,
      changedIds: [],
    });
    expect(await store.upsertMany('organizations', records('C'))).to.deep.equal({
      added: 0,
      changed: 1,
      unchanged: 1,
      changedIds: ['b'],
    });
    expect(await store.existing('organizations', ['a', 'b', 'c'])).to.deep.equal(new Set(['a', 'b']));
  });

  it('keeps free places that were told later than the file’s', async () => {
    const db = database.connection;
    const store = createDirectoryStore(db);
    const service = (name: string) => ({
      id: 's',
      name,
      capacities: [{ unit: 'places', available: 1, updated: '2024-01-01T00:00:00Z' }],
    });
    await store.upsertMany('services', [service('A')]);
    const told = [{ unit: 'places', available: 9, updated: '2025-01-01T00:00:00Z' }];
    await db.collection<{ _id: string }>('services').updateOne({ _id: 's' }, { $set: { capacities: told } });
    await store.upsertMany('services', [service('B')]);
    const stored = await db.collection<{ _id: string }>('services').findOne({ _id: 's' });
    expect(stored).to.deep.include({ name: 'B', capacities: told });
  });

  it('keeps hours that were told here until the file says others', async () => {
    const db = database.connection;
    const store = createDirectoryStore(db);
    const [monday, tuesday, friday] = ['MO', 'TU', 'FR'].map((day) => [
      { freq: 'WEEKLY', byday: [day], opensAt: '09:00', closesAt: '17:00', until: undefined },
    ]);
    const place = (description: string, schedules: unknown) => ({ id: 'p', description, schedules });
    await store.upsertMany('services_at_locations', [place('A', monday)]);
    interface Place {
      _id: string;
      schedules: { byday: string[] }[];
    }
    const stored = () => db.collection<Place>('services_at_locations').findOne({ _id: 'p' });
    const source = (await stored())?.schedules;
    const told = {
      schedules: friday,
      toldHours: { at: '2026-01-01T00:00:00.000Z', by: 'a', source, before: source },
    };
    await db
      .collection<{ _id: string }>('services_at_locations')
      .updateOne({ _id: 'p' }, { $set: told }, { ignoreUndefined: true });
    await store.upsertMany('services_at_locations', [place('B', monday)]);
    expect(await stored()).to.deep.include({ description: 'B' });
    expect((await stored())?.schedules[0]?.byday).to.deep.equal(['FR']);
    await store.upsertMany('services_at_locations', [place('C', tuesday)]);
    expect((await stored())?.schedules[0]?.byday).to.deep.equal(['TU']);
    expect(await stored()).not.to.have.property('toldHours');
  });

  it('makes a place more confidential, and never less', async () => {
    const db = database.connection;
    const store = createDirectoryStore(db);
    const storedAs = async (name: string, confidentiality: string) => {
      await store.upsertMany('locations', [{ id: 'quiet', name, confidentiality } as { id: string }]);
      return db.collection<{ _id: string }>('locations').findOne({ _id: 'quiet' });
    };
    expect(await storedAs('A', 'public')).to.include({ confidentiality: 'public' });
    expect(await storedAs('B', 'partial')).to.include({ confidentiality: 'partial' });
    expect(await storedAs('C', 'public')).to.include({ name: 'C', confidentiality: 'partial' });
    expect(await storedAs('D', 'hidden')).to.include({ confidentiality: 'hidden' });
    expect(await storedAs('E', 'partial')).to.include({ name: 'E', confidentiality: 'hidden' });
  });

  it('keeps of a student what the file says nothing about, and clears what it says is empty', async () => {
    const db = database.connection;
    const store = createDirectoryStore(db);
    const merge = (said: object) =>
      store.mergeMany('students', [{ id: 'k', said, otherwise: { ...said, needs: [], demo: false } }]);
    expect(await merge({ grade: 4, birthMonth: '2015-04' })).to.include({ added: 1 });
    await db
      .collection<{ _id: string }>('students')
      .updateOne({ _id: 'k' }, { $set: { needs: ['by hand'] } });
    expect(await merge({ grade: 4, birthMonth: '2015-04' })).to.include({ unchanged: 1 });
    expect(await merge({ grade: 5, birthMonth: undefined })).to.include({ changed: 1 });
    const stored = await db.collection<{ _id: string }>('students').findOne({ _id: 'k' });
    expect(stored).to.deep.include({ grade: 5, needs: ['by hand'] });
    expect(stored).to.not.have.property('birthMonth');
    expect(await merge({ grade: 5, birthMonth: undefined })).to.include({ unchanged: 1 });
  });

  it('stages and joins as its plain twin does', async () => {
    const csv = (...lines: string[]): string => `${lines.join('\n')}\n`;
    const files = {
      'organizations.csv': csv(
        'id,name',
        ...Array.from({ length: 30 }, (_, at) => `o${at},Org ${at}`),
        'o1,Again',
      ),
      'services.csv': csv(
        'id,organization_id,name,service_phones,locations',
        ...Array.from({ length: 600 }, (_, at) => `s${at},o${at % 31},Service ${at},p${at % 7},l${at % 50}`),
      ),
      'locations.csv': csv(
        'id,name,latitude,longitude',
        ...Array.from({ length: 50 }, (_, at) => `l${at},Place ${at},38.9,-77`),
      ),
      'addresses.csv': csv(
        'id,location_id,address_1,city',
        ...Array.from({ length: 50 }, (_, at) => `a${at},l${at},${at} Any St,X`),
      ),
      'phones.csv': csv(
        'id,location_id,number',
        ...Array.from({ length: 6 }, (_, at) => `p${at},l${at + 48},202-555-010${at}`),
        'p6,,202-555-0199',
      ),
      'schedules.csv': csv(
        'id,service_id,location_id,weekday,opens_at,closes_at',
        ...Array.from({ length: 300 }, (_, at) => `h${at},s${at},l${at % 50},Monday,9am,${(at % 4) + 1}pm`),
      ),
    };
    const twin = await importFiles(files);
    const real = await importFiles(files, { staging: createMongoStaging(database.connection, 'three') });
    expect(real.result).to.deep.equal(twin.result);
    expect(real.findings).to.deep.equal(twin.findings);
    for (const name of ['organizations', 'services', 'locations', 'services_at_locations'])
      expect(real.all(name)).to.deep.equal(twin.all(name));
    expect(await database.connection.collection('import_staging').countDocuments()).to.equal(0);
  });

  async function streamed(importId: string): Promise<string> {
    const chunks: Buffer[] = [];
    const out = new Writable({
      highWaterMark: 1000,
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        setImmediate(done);
      },
    });
    await Promise.all([
      streamFindings(database.connection, importId, out),
      new Promise((done) => out.on('finish', done)),
    ]);
    return Buffer.concat(chunks).toString('utf8');
  }
});
