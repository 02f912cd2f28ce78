import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import { schools } from '../../../server/schools/school-collection.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { type Agent, testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';

const COUNT = 40;

describe('The list of a school’s students as a file', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let coordinator: Agent;
  before(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown({ studentCount: COUNT, schoolCount: 2 }));
    await model(at.deps.db, schools).updateOne({ _id: 'school-0' }, { $set: { name: '=Oak' } } as object);
    coordinator = await at.signIn({ role: 'coordinator', schoolIds: ['school-0'] });
    const name = { given: 'Maribel', family: 'Quill' };
    await coordinator.patch('/api/v1/students/student-00000').send({ name, notes: 'x' }).expect(200);
  });
  after(() => at.close());

  const download = (agent = coordinator, school = 'school-0') =>
    agent.get(`/api/v1/schools/${school}/students.csv`);
  const rows = async () => {
    const { text } = await download().expect(200);
    return parse(text, { columns: true }) as Record<string, string>[];
  };

  it('tells of every student of the school and of no other', async () => {
    const found = await rows();
    expect(found).to.have.length(COUNT / 2);
    expect(Object.keys(found[0]!)).to.deep.equal([
      'student',
      'grade',
      'languages',
      'needs',
      'interests',
      'matchedNeeds',
      'unmetNeeds',
    ]);
  });

  it('holds no name, no number and no id of ours', async () => {
    const { text } = await download();
    for (const known of ['Maribel', 'Quill', 'T-', 'student-0']) expect(text).not.to.include(known);
  });

  it('gives everybody an identity of their own, another one in each file', async () => {
    const [first, second] = [await rows(), await rows()];
    const identities = [...first, ...second].map(({ student }) => student);
    expect(new Set(identities).size).to.equal(COUNT);
  });

  it('lists by those identities, so that places in two files have nothing to do with each other', async () => {
    const found = await rows();
    const identities = found.map(({ student }) => student!);
    expect(identities).to.deep.equal([...identities].sort());
    const asStored = littleTown({ studentCount: COUNT }).students.filter(
      ({ schoolId }) => schoolId === 'school-0',
    );
    expect(found.map(({ grade }) => Number(grade))).not.to.deep.equal(asStored.map(({ grade }) => grade));
  });

  it('is written down with everybody whom it tells of', async () => {
    await at.deps.db.collection('audit').deleteMany({});
    await download().expect(200);
    const entries = await at.deps.db.collection('audit').find({ action: 'students.export' }).toArray();
    expect(entries.flatMap(({ studentIds }) => studentIds)).to.have.length(COUNT / 2);
  });

  it('is for the school’s coordinator, not for another’s, nor for who only reads', async () => {
    await download(coordinator, 'school-1').expect(404);
    await download(await at.signIn({ role: 'staff', schoolIds: ['school-0'] })).expect(403);
    await download(await at.signIn('district-leader')).expect(403);
  });
});
