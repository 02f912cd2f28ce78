import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { deleteUpload, fetchUpload, storeUpload } from '../../../server/imports/upload-store.ts';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKeys } from '../../../server/sealing/new-keys.ts';
import { createSealing } from '../../../server/sealing/sealing.ts';
import { testDatabase } from '../../support/database.ts';

const ROSTER = `student_id,name\n${'7,Maribel Ibarrola\n'.repeat(20_000)}`;

describe('Uploads', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let folder = '';
  before(async () => {
    database = await testDatabase();
    folder = await mkdtemp(join(tmpdir(), 'trellis-upload-test-'));
  });
  after(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const sealing = createSealing(parseKeyRing(newKeys(), 'DATA_KEYS'));
  const deps = () => ({ db: database.connection, sealing });
  const store = (jobId: string, text = ROSTER) =>
    storeUpload(deps(), jobId, Readable.from([Buffer.from(text)]), 10_000_000);
  const chunks = () => database.connection.collection('uploads.chunks');

  it('come back as they were, readable by their owner alone', async () => {
    const path = join(folder, 'whole');
    expect(await store('one')).to.deep.equal({ bytes: ROSTER.length });
    expect(await fetchUpload(deps(), 'one', path)).to.equal(true);
    expect(await readFile(path, 'utf8')).to.equal(ROSTER);
    expect((await stat(path)).mode & 0o777).to.equal(0o600);
  });

  it('wait sealed: no chunk holds a name', async () => {
    await store('two');
    const found = await chunks().find({}).toArray();
    expect(found.length).to.be.above(1);
    for (const { data } of found) expect(data.buffer.includes('Maribel')).to.equal(false);
  });

  it('are known by their first bytes: what is no table is refused, and nothing of it is kept', async () => {
    const others: [string, Buffer][] = [
      ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
      ['a program', Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(9000)])],
      ['a workbook', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(9000)])],
      ['a web page', Buffer.from('<!doctype html><p>students</p>')],
    ];
    for (const [what, bytes] of others) {
      const upload = storeUpload(deps(), what, Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]), 1e6);
      const refusal = await upload.then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(refusal, what).to.include({ status: 415, code: 'wrong-content' });
      expect(await chunks().countDocuments({ data: bytes }), what).to.equal(0);
      expect(await fetchUpload(deps(), what, join(folder, what)), what).to.equal(false);
    }
  });

  it('of a few bytes, and in pieces of one, come back whole', async () => {
    const small = 'id\n7\n';
    await storeUpload(deps(), 'small', Readable.from([...small].map((letter) => Buffer.from(letter))), 100);
    await fetchUpload(deps(), 'small', join(folder, 'small'));
    expect(await readFile(join(folder, 'small'), 'utf8')).to.equal(small);
  });

  it('do not open under the name of another job', async () => {
    await store('three');
    await database.connection
      .collection('uploads.files')
      .updateOne({ filename: 'three' }, { $set: { filename: 'four' } });
    let opened: unknown;
    try {
      opened = await fetchUpload(deps(), 'four', join(folder, 'moved'));
    } catch {
      opened = 'refused';
    }
    expect(opened).to.equal('refused');
  });

  it('that are empty leave nothing', async () => {
    const failure = await store('empty', '').catch((error: Error) => error);
    expect(failure).to.have.property('code', 'empty-file');
    expect(await fetchUpload(deps(), 'empty', join(folder, 'empty'))).to.equal(false);
  });

  it('are gone when they are deleted', async () => {
    await store('five');
    await deleteUpload(database.connection, 'five');
    expect(await fetchUpload(deps(), 'five', join(folder, 'gone'))).to.equal(false);
  });
});
