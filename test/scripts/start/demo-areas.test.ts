import { expect } from 'chai';
import { loadDemoAreas } from '../../../scripts/start/demo-areas.ts';
import { loadAreaDemand } from '../../../server/demand/load-area-demand.ts';
import { importFindings, importStaging } from '../../../server/imports/import-collections.ts';
import { testDatabase } from '../../support/database.ts';

describe('The areas of the demo', () => {
  it('are loaded as an import loads them, as often as it is asked for, and leave nothing behind', async () => {
    const { connection: db, drop } = await testDatabase();
    try {
      await loadDemoAreas({ db });
      const first = await loadAreaDemand(db);
      expect(first?.places).to.have.length(32);
      expect(first?.noData).to.deep.equal(['99001000033']);
      for (const { people, low = 0, high = 0 } of first?.places ?? [])
        expect([low < people, people < high]).to.deep.equal([true, true]);
      await loadDemoAreas({ db });
      expect((await loadAreaDemand(db))?.places).to.deep.equal(first?.places);
      for (const { name } of [importFindings, importStaging])
        expect(await db.collection(name).countDocuments(), name).to.equal(0);
    } finally {
      await drop();
    }
  });
});
