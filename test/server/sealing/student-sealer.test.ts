import { expect } from 'chai';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKeys } from '../../../server/sealing/new-keys.ts';
import { createSealing } from '../../../server/sealing/sealing.ts';
import { studentSealer, studentSealers } from '../../../server/sealing/student-sealer.ts';
import { testDatabase } from '../../support/database.ts';

describe('A student’s own key', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.drop());

  const sealing = createSealing(parseKeyRing(newKeys(), 'DATA_KEYS'));
  const deps = () => ({ db: database.connection, sealing });
  const students = () => database.connection.collection<{ _id: string; key?: string }>('students');
  beforeEach(async () => {
    await students().deleteMany({});
    await students().insertMany([{ _id: 'one' }, { _id: 'two' }]);
  });

  it('is made when it is first asked for, and stays', async () => {
    const sealed = (await studentSealer(deps(), 'one'))!.seal('likes birds', 'notes');
    expect((await studentSealer(deps(), 'one'))!.open(sealed, 'notes')).to.equal('likes birds');
  });

  it('is one key when several ask for it at the same time', async () => {
    const sealers = await Promise.all(Array.from({ length: 5 }, () => studentSealer(deps(), 'one')));
    const sealed = sealers[0]!.seal('likes birds', 'notes');
    for (const sealer of sealers) expect(sealer!.open(sealed, 'notes')).to.equal('likes birds');
  });

  it('opens nothing of another student or another field', async () => {
    const sealers = await studentSealers(deps(), ['one', 'two']);
    const sealed = sealers.get('one')!.seal('likes birds', 'notes');
    expect(() => sealers.get('two')!.open(sealed, 'notes')).to.throw();
    expect(() => sealers.get('one')!.open(sealed, 'audit/1')).to.throw();
  });

  it('is gone with the record: a student who comes back has another one', async () => {
    const sealed = (await studentSealer(deps(), 'one'))!.seal('likes birds', 'audit/1');
    await students().deleteOne({ _id: 'one' });
    expect(await studentSealer(deps(), 'one')).to.equal(undefined);
    await students().insertOne({ _id: 'one' });
    const again = (await studentSealer(deps(), 'one'))!;
    expect(() => again.open(sealed, 'audit/1')).to.throw();
  });

  it('lies wrapped in the record, so that the record alone opens nothing', async () => {
    await studentSealer(deps(), 'one');
    const { key } = (await students().findOne({ _id: 'one' }))!;
    expect(key).to.match(/^k1\./);
    const stranger = createSealing(parseKeyRing(newKeys(), 'DATA_KEYS'));
    let opened: unknown;
    try {
      opened = await studentSealer({ ...deps(), sealing: stranger }, 'one');
    } catch {
      opened = 'nothing';
    }
    expect(opened).to.equal('nothing');
  });

  it('says nothing of students who are not there, and gives the others', async () => {
    const sealers = await studentSealers(deps(), ['one', 'nobody']);
    expect([...sealers.keys()]).to.deep.equal(['one']);
  });
});
