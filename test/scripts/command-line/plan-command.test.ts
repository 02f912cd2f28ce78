import { expect } from 'chai';
import { planCommand } from '../../../scripts/command-line/plan-command.ts';
import { planRows } from '../../../server/plans/plan-collections.ts';
import { model } from '../../../server/store/collection.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { testApp } from '../../support/app.ts';
import { littleTown, storeTown } from '../../support/little-town.ts';
import { runCommand } from './run-command.ts';

describe('The plan command', () => {
  it('makes a plan of a school and says how it came out', async () => {
    const at = await testApp({ collections: [...allCollections] });
    await storeTown(at.deps.db, littleTown());
    const { code, said } = await runCommand(at.deps, planCommand, { school: 'school 1' });
    expect(code).to.equal(0);
    expect(said)
      .to.match(/"needs": 40,/)
      .and.to.match(/"optimal": true/);
    expect(await model(at.deps.db, planRows).distinct('schoolId')).to.deep.equal(['school-1']);
    await at.close();
  });
});
