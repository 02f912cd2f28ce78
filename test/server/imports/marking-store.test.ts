import { expect } from 'chai';
import { correctionCollections } from '../../../server/corrections/correction-collection.ts';
import { directoryCollections } from '../../../server/directory/directory-collections.ts';
import { createDirectoryStore } from '../../../server/imports/directory-store.ts';
import { createMarkingStore } from '../../../server/imports/marking-store.ts';
import type { SeenRecords } from '../../../server/imports/seen-records.ts';
import { testApp } from '../../support/app.ts';

/** A file that has everything but one place of a service. */
const allButOneLink: SeenRecords = {
  add: async () => {},
  among: async () => new Set(),
  async *missing(collection) {
    if (collection === 'services_at_locations') yield [{ _id: 'link' }];
  },
};

describe('What a source has no more', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ routes: [], collections: [...directoryCollections, ...correctionCollections] });
  });
  after(() => at.close());

  it('is marked, and a service whose place is gone has changed by that, and no other', async () => {
    const { db } = at.deps;
    const services = db.collection<{ _id: string; changedAt: string; status: string }>('services');
    const before = '2020-01-01T00:00:00.000Z';
    const service = { changedAt: before, status: 'active' };
    await services.insertMany([
      { _id: 'service', ...service },
      { _id: 'other', ...service },
    ]);
    const links = db.collection<{ _id: string; serviceId: string }>('services_at_locations');
    await links.insertOne({ _id: 'link', serviceId: 'service' });
    const rebuilt: string[] = [];
    const store = createMarkingStore(
      db,
      createDirectoryStore(db),
      { seen: allButOneLink, importId: 'import' },
      async (ids) => void rebuilt.push(...ids),
    );
    expect(await store.end?.()).to.deep.equal({ marked: 1 });
    expect(rebuilt).to.deep.equal(['service']);
    expect(await links.findOne({ _id: 'link' })).to.include({ goneIn: 'import' });
    const [changed, other] = await Promise.all(['service', 'other'].map((_id) => services.findOne({ _id })));
    expect(changed?.changedAt).not.to.equal(before);
    expect([changed?.status, other?.changedAt]).to.deep.equal(['active', before]);
  });
});
