import { expect } from 'chai';
import { matchCommand } from '../../../scripts/command-line/match-command.ts';
import { matches } from '../../../server/matches/match-collections.ts';
import { schools } from '../../../server/schools/school-collection.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { refusalOf } from '../start/refusal-of.ts';
import { runCommand } from './run-command.ts';

const NAMES = ['Cedar Hollow School', 'Oak', 'Oak Hill', 'Elm'];

describe('The match command', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  beforeEach(async () => {
    at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown({ studentCount: 40, schoolCount: 4 }));
    for (const [n, name] of NAMES.entries())
      await model(at.deps.db, schools).updateOne({ _id: `school-${n}` }, { $set: { name } } as object);
  });
  afterEach(() => at.close());

  const match = (values: Record<string, string> = {}) => runCommand(at.deps, matchCommand, values);
  const matchedSchools = () => model(at.deps.db, matches).distinct('schoolId');

  it('finds a school by a part of its name in any case', async () => {
    const { code, said } = await match({ school: 'cedar hollow' });
    expect(code).to.equal(0);
    expect(said).to.match(/"students": 10,/);
    expect(await matchedSchools()).to.deep.equal(['school-0']);
  });

  it('finds a school by its id', async () => {
    await match({ school: 'school-3' });
    expect(await matchedSchools()).to.deep.equal(['school-3']);
  });

  it('finds a school by its whole name though another one begins with it', async () => {
    await match({ school: 'OAK' });
    expect(await matchedSchools()).to.deep.equal(['school-1']);
  });

  it('names the schools that fit where several do, and all where none does', async () => {
    const several = await refusalOf(() => match({ school: 'o' }));
    expect(several).to.match(/^Several schools fit "o":/);
    expect(several).to.include('Cedar Hollow').and.to.include('Oak Hill').and.to.not.include('Elm');
    const none = await refusalOf(() => match({ school: 'maple' }));
    expect(none).to.match(/^No school fits "maple":/);
    for (const name of NAMES) expect(none).to.include(name);
    expect(await matchedSchools()).to.deep.equal([]);
  });

  it('matches the students that are named, and nobody else', async () => {
    const { said } = await match({ students: 'student-00001, student-00005' });
    expect(said).to.match(/"computed": 2,/);
    const found = await model(at.deps.db, matches).distinct('studentId');
    expect(found.sort()).to.deep.equal(['student-00001', 'student-00005']);
  });

  it('refuses students who are not there', async () => {
    const words = await refusalOf(() => match({ students: 'student-00001,nobody' }));
    expect(words).to.include('There are no such students');
    expect(await matchedSchools()).to.deep.equal([]);
  });
});
