import { expect } from 'chai';
import { importFile } from '../../../server/imports/import-file.ts';
import { temporaryFolder } from '../imports/temporary-folder.ts';
import { demoDirectory, hsdsTown } from './hsds-town.ts';
import { oddRecords } from './odd-records.ts';

const LISTS = ['/services', '/organizations', '/service_at_locations', '/taxonomies', '/taxonomy_terms'];

describe('A directory that goes out as HSDS and comes in again', () => {
  let from: Awaited<ReturnType<typeof hsdsTown>>;
  let to: Awaited<ReturnType<typeof hsdsTown>>;
  before(async () => {
    [from, to] = await Promise.all([hsdsTown(), hsdsTown()]);
    await from.put(await demoDirectory(8));
    await from.put(oddRecords());
    const folder = temporaryFolder({
      'organizations.ndjson': await from.text('/organizations?format=ndjson&full=true'),
      'services.ndjson': await from.text('/services?format=ndjson&full=true'),
    });
    try {
      await importFile(to.deps, {
        importId: 'round',
        params: { kind: 'hsds', source: 'The county', filename: 'county', keepIds: true },
        path: folder.path,
        onProgress: async () => undefined,
        signal: new AbortController().signal,
      });
    } finally {
      folder.remove();
    }
  });
  after(() => Promise.all([from.close(), to.close()]));

  for (const list of LISTS) {
    it(`is told the same, byte by byte, in ${list}`, async () => {
      const before = (await from.text(`${list}?format=ndjson&full=true`)).split('\n');
      const after = (await to.text(`${list}?format=ndjson&full=true`)).split('\n');
      expect(before.length).to.be.above(2);
      for (const [n, line] of before.entries()) expect(after[n]).to.equal(line);
      expect(after).to.have.lengthOf(before.length);
    });
  }
});
