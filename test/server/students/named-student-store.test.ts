import { expect } from 'chai';
import type { Circumstances } from '../../../core/students/circumstances.ts';
import { Student } from '../../../core/students/student.ts';
import type { StudentContact } from '../../../core/students/student-identity.ts';
import { readStudents } from '../../../server/matches/scope-students.ts';
import { parseKeyRing } from '../../../server/sealing/key-ring.ts';
import { newKey } from '../../../server/sealing/new-keys.ts';
import { createSealing } from '../../../server/sealing/sealing.ts';
import { model } from '../../../server/store/collection.ts';
import {
  changeStudent,
  findStudents,
  readNamedStudent,
  readStudentNames,
} from '../../../server/students/named-student-store.ts';
import { students } from '../../../server/students/student-collection.ts';
import { createStudentPeople } from '../../../server/students/student-people.ts';
import { readStudent } from '../../../server/students/student-store.ts';
import { testDatabase } from '../../support/database.ts';

const [k1, index] = [newKey('k1'), newKey('index')];
const NOW = new Date('2026-11-20T12:00:00Z');
const MOTHER: StudentContact = {
  id: 'c-1',
  name: 'Zulema Ibarrola',
  relation: 'parent',
  phone: '555 0142 99',
  language: 'es',
  mayConsent: true,
};

const CIRCUMSTANCES: Circumstances = {
  gender: 'female',
  incomeBand: { minimumFpl: 130, maximumFpl: 185 },
  programs: { snap: true, wic: false },
  attributes: { 'first-generation': 'yes' },
};

describe('Students’ names', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let deps: { db: typeof database.connection; sealing: ReturnType<typeof createSealing> };
  before(async () => {
    database = await testDatabase();
    await model(database.connection, students).createIndexes();
    deps = { db: database.connection, sealing: createSealing(parseKeyRing(`${k1},${index}`, 'DATA_KEYS')) };
  });
  after(() => database.drop());

  const stored = () => database.connection.collection<{ _id: string }>('students');
  beforeEach(async () => {
    await stored().deleteMany({});
    const records = ['s-1', 's-2', 's-3'].map((id) => {
      const { id: _id, ...rest } = Student.parse({
        id,
        source: { system: 'test', id },
        districtId: 'd',
        schoolId: id === 's-3' ? 'south' : 'north',
        localId: id.toUpperCase(),
        grade: 4,
      });
      return { _id, ...rest };
    });
    await stored().insertMany(records);
    await changeStudent(
      deps,
      's-1',
      {
        name: { given: 'Maribel', family: 'Ibarrola Peña', preferred: 'Mari' },
        birthDate: '2016-05-04',
        contacts: [MOTHER],
        notes: 'Likes birds.',
        circumstances: CIRCUMSTANCES,
      },
      NOW,
    );
    await changeStudent(deps, 's-2', { name: { given: 'Marcus', family: 'Quill' } }, NOW);
    await changeStudent(deps, 's-3', { name: { given: 'Marian', family: 'Quill' } }, NOW);
  });

  const find = async (text: string, schoolIds = ['north']) => {
    const { items, total } = await findStudents(deps, { schoolIds, text, skip: 0, limit: 10 });
    expect(total).to.equal(items.length);
    return items.map(({ id }) => id);
  };

  it('come back with contacts, notes and date of birth, and nothing of how they are kept', async () => {
    const student = (await readNamedStudent(deps, 's-1'))!;
    expect(student).to.deep.include({
      name: { given: 'Maribel', family: 'Ibarrola Peña', preferred: 'Mari' },
      birthDate: '2016-05-04',
      birthMonth: '2016-05',
      contacts: [MOTHER],
      notes: 'Likes birds.',
      circumstances: CIRCUMSTANCES,
      localId: 'S-1',
    });
    expect(student).not.to.have.any.keys('key', 'sealedName', 'nameHashes', 'updatedAt');
  });

  it('lie sealed: no word of them stands in the record', async () => {
    const text = JSON.stringify(await stored().findOne({ _id: 's-1' }));
    for (const word of [
      'Maribel',
      'Mari',
      'Ibarrola',
      'Zulema',
      '555 0142',
      'birds',
      '2016-05-04',
      'female',
      'snap',
    ])
      expect(text.toLowerCase()).not.to.include(word.toLowerCase());
  });

  it('are not among what matching and the policy read; circumstances are for matching alone', async () => {
    const [matched] = await readStudents(deps, ['s-1']);
    const facts = (await readStudent(database.connection, 's-1'))!;
    for (const read of [matched!, facts]) {
      const kept = Object.keys(read).filter((field) => /^sealed|^name|^key$|^notes$|^contacts$/.test(field));
      expect(kept).to.deep.equal([]);
    }
    expect(matched!.circumstances).to.deep.equal(CIRCUMSTANCES);
    expect(facts).not.to.have.property('circumstances');
    const [bare] = await readStudents(deps, ['s-2']);
    expect(bare).not.to.have.property('circumstances');
  });

  it('are found by the beginnings of their words, in any order, case and accent', async () => {
    expect(await find('mar')).to.deep.equal(['s-1', 's-2']);
    expect(await find('PENA maribel')).to.deep.equal(['s-1']);
    expect(await find('Mari')).to.deep.equal(['s-1']);
    expect(await find('quill')).to.deep.equal(['s-2']);
    expect(await find('quill', ['north', 'south'])).to.deep.equal(['s-2', 's-3']);
    expect(await find('arcus')).to.deep.equal([]);
    expect(await find('mar zzz')).to.deep.equal([]);
  });

  it('are found by their number as before, and nobody by nothing but signs', async () => {
    expect(await find('s-2')).to.deep.equal(['s-2']);
    expect(await find('***')).to.deep.equal([]);
  });

  it('are found while a new index key takes over from an old one', async () => {
    const next = createSealing(parseKeyRing(`${k1},${newKey('index-2')},${index}`, 'DATA_KEYS'));
    await changeStudent({ ...deps, sealing: next }, 's-2', { name: { given: 'Marcus', family: 'Q' } }, NOW);
    const { total } = await findStudents(
      { ...deps, sealing: next },
      { schoolIds: ['north'], text: 'mar', skip: 0, limit: 10 },
    );
    expect(total).to.equal(2);
  });

  it('are listed without opening contacts and notes', async () => {
    const { items } = await findStudents(deps, { schoolIds: ['north'], skip: 0, limit: 1 });
    expect(items[0]).to.have.nested.property('name.given', 'Maribel');
    expect(items[0]).not.to.have.any.keys('notes', 'circumstances');
  });

  it('keep what is not given, and lose what is given empty', async () => {
    const empty = { notes: '', contacts: [], circumstances: { programs: {} } };
    const changed = await changeStudent(deps, 's-1', empty, NOW);
    expect(changed).to.have.nested.property('name.given', 'Maribel');
    expect(changed).to.deep.include({ contacts: [] }).and.not.to.have.any.keys('notes', 'circumstances');
    const record = await stored().findOne({ _id: 's-1' });
    expect(record).not.to.have.any.keys('sealedNotes', 'sealedContacts', 'sealedCircumstances');
  });

  it('are read for many in one go', async () => {
    const names = await readStudentNames(deps, ['s-1', 's-2', 'nobody']);
    expect([...names].map(([id, { given }]) => [id, given]).sort()).to.deep.equal([
      ['s-1', 'Maribel'],
      ['s-2', 'Marcus'],
    ]);
  });

  it('come from a roster under the key that the student has, or is given before anything is sealed', async () => {
    const people = createStudentPeople({ ...deps, clock: () => NOW });
    await stored().updateOne({ _id: 's-3' }, { $unset: { key: 1, sealedName: 1 } });
    const known = await people.known(['s-1', 's-3', 'nobody']);
    expect([...known.keys()].sort()).to.deep.equal(['s-1', 's-3']);
    for (const [id, { key }] of known)
      expect((await stored().findOne({ _id: id }))!)
        .to.have.property('key', key)
        .that.matches(/^k1\./);
  });

  it('of somebody who is not there cannot be changed', async () => {
    expect(await changeStudent(deps, 'nobody', { notes: 'x' }, NOW)).to.equal(null);
  });
});
