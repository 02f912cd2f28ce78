import { Readable } from 'node:stream';
import { expect } from 'chai';
import { Student } from '../../../core/students/student.ts';
import { storeUpload } from '../../../server/imports/upload-store.ts';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKey } from '../../../server/sealing/new-keys.ts';
import { rotateKeys } from '../../../server/sealing/rotate-keys.ts';
import { createSealing } from '../../../server/sealing/sealing.ts';
import {
  changeStudent,
  findStudents,
  readNamedStudent,
} from '../../../server/students/named-student-store.ts';
import { students } from '../../../server/students/student-collection.ts';
import { testDatabase } from '../../support/database.ts';

const [k1, k2, index, index2] = [newKey('k1'), newKey('k2'), newKey('index'), newKey('index-2')];
const sealingOf = (...entries: string[]) => createSealing(parseKeyRing(entries.join(','), 'DATA_KEYS'));
const name = { given: 'Maribel', family: 'Quill' };
/** More than a batch, and no multiple of one. */
const COUNT = 1203;

describe('Rotating the keys', function () {
  this.timeout(60_000);
  let database: Awaited<ReturnType<typeof testDatabase>>;
  beforeEach(async () => {
    database = await testDatabase();
    const old = { db: database.connection, sealing: sealingOf(k1, index) };
    await stored().insertMany(Array.from({ length: COUNT }, (_, n) => aStudent(`s-${n}`)));
    for (const id of ['s-0', 's-700', `s-${COUNT - 1}`]) await changeStudent(old, id, { name }, new Date(0));
    await storeUpload(old, 'job-1', Readable.from([Buffer.from('a roster')]), 1000);
  });
  afterEach(() => database.drop());

  const stored = () => database.connection.collection<{ _id: string; key?: string }>(students.name);
  const deps = (...entries: string[]) => ({ db: database.connection, sealing: sealingOf(...entries) });
  const found = async (given: ReturnType<typeof deps>) => {
    const search = { schoolIds: ['north'], text: 'maribel', skip: 0, limit: 10 };
    return (await findStudents(given, search)).total;
  };

  it('wraps everything anew, so that the old key can leave', async () => {
    const rotation = await rotateKeys(deps(k2, k1, index));
    expect(rotation).to.deep.equal({
      currentKey: 'k2',
      resealed: { 'students.key': 3, 'uploads.files.metadata.key': 1 },
      unreadable: {},
      namesHashedAnew: 0,
      stillNeeded: [],
    });
    const later = deps(k2, index);
    expect((await readNamedStudent(later, 's-700'))?.name).to.deep.equal(name);
    expect(await found(later)).to.equal(3);
  });

  it('changes nothing when it is done again, nor what is sealed with students’ own keys', async () => {
    const before = await stored().findOne({ _id: 's-0' });
    await rotateKeys(deps(k2, k1, index));
    const after = await stored().findOne({ _id: 's-0' });
    expect({ ...after, key: '' }).to.deep.equal({ ...before, key: '' });
    expect((await rotateKeys(deps(k2, k1, index))).resealed).to.deep.equal({});
  });

  it('goes on where it was broken off', async () => {
    const keyed = Array.from({ length: COUNT }, (_, n) => `s-${n}`);
    for (const id of keyed.slice(0, 40))
      await changeStudent(deps(k1, index), id, { notes: 'x' }, new Date(0));
    await rotateKeys(deps(k2, k1, index));
    const one = await stored().findOne({ _id: 's-5' });
    // As after a break: some are wrapped anew, others are not yet.
    await changeStudent(deps(k1, index), 's-900', { notes: 'later' }, new Date(0));
    const again = await rotateKeys(deps(k2, k1, index));
    expect(again.resealed).to.deep.equal({ 'students.key': 1 });
    expect(await stored().findOne({ _id: 's-5' })).to.deep.equal(one);
    expect((await readNamedStudent(deps(k2, index), 's-900'))?.notes).to.equal('later');
  });

  it('says how many values nobody can read, and rotates the others', async () => {
    await stored().updateOne({ _id: 's-0' }, { $set: { key: 'k0.AAAA.BBBB' } });
    await stored().updateOne({ _id: 's-0' }, { $unset: { sealedName: 1 } });
    const rotation = await rotateKeys(deps(k2, k1, index));
    expect(rotation.unreadable).to.deep.equal({ 'students.key': 1 });
    expect(rotation.resealed['students.key']).to.equal(2);
    expect(rotation.stillNeeded).to.deep.equal(['k0']);
  });

  it('hashes names anew when the index key has changed, so that the old one is no longer asked', async () => {
    expect(await found(deps(k1, index2))).to.equal(0);
    const rotation = await rotateKeys(deps(k1, index2, index));
    expect(rotation.namesHashedAnew).to.equal(3);
    expect(await found(deps(k1, index2))).to.equal(3);
    expect((await rotateKeys(deps(k1, index2, index))).namesHashedAnew).to.equal(0);
  });

  it('names a key that the log of accesses still needs', async () => {
    await database.connection.collection<{ _id: number }>('audit').insertOne({
      _id: 1,
      sealed: [{ text: 'k1.AAAA.BBBB' }, { studentId: 's', text: 'own.AA.BB' }],
    } as never);
    expect((await rotateKeys(deps(k2, k1, index))).stillNeeded).to.deep.equal(['k1']);
  });

  it('names a key by which the log of accesses is checked, though nothing is sealed with it', async () => {
    const entries = database.connection.collection<{ _id: number }>('audit');
    await entries.deleteMany({});
    await entries.insertOne({ _id: 1, key: 'k1', mac: 'a' } as never);
    expect((await rotateKeys(deps(k2, k1, index))).stillNeeded).to.deep.equal(['k1']);
    await entries.deleteMany({});
    await database.connection.collection('audit_anchors').insertOne({ key: 'k1', signature: 'a' });
    expect((await rotateKeys(deps(k2, k1, index))).stillNeeded).to.deep.equal(['k1']);
  });
});

function aStudent(id: string) {
  const { id: _id, ...rest } = Student.parse({
    id,
    source: { system: 'test', id },
    districtId: 'd',
    schoolId: 'north',
    localId: id.toUpperCase(),
    grade: 4,
  });
  return { _id, ...rest };
}
