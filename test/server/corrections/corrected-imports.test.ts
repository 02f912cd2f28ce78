import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { correct } from '../../../core/corrections/correct.ts';
import { ending } from '../../../core/corrections/correction.ts';
import { readCorrection, saveCorrection } from '../../../server/corrections/correction-store.ts';
import { answerProposals, correctField, takeBack } from '../../../server/corrections/turn-correction.ts';
import { createDirectoryStore } from '../../../server/imports/directory-store.ts';
import { allCollections } from '../../../server/store/ensure-indexes.ts';
import { testApp } from '../../support/app.ts';

const NAME = { kind: 'service', id: 's', field: 'name' } as const;
const ana = { id: 'ana', active: true, grants: [] };
const byAna = { by: { account: 'ana' }, account: ana };
const byTool = { by: { tool: 'geocoder' }, account: null } as const;

describe('An import of what people corrected', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  before(async () => {
    at = await testApp({ routes: [], collections: [...allCollections] });
  });
  beforeEach(async () => {
    for (const name of ['services', 'corrections']) await at.deps.db.collection(name).deleteMany({});
  });
  after(() => at.close());

  const bring = (said: object, db: Connection = at.deps.db) => {
    const record = { id: 's', source: { system: 'dc' }, ...said };
    return createDirectoryStore(db).upsertMany('services', [record]);
  };
  const stored = () => at.deps.db.collection<{ _id: string }>('services').findOne({ _id: 's' });
  const correction = () => readCorrection(at.deps.db, 'service', 's', 'name');
  const call = (value: string) => correctField(at.deps, { ...NAME, value }, byAna);

  it('keeps a person’s word, proposes the source’s, and asks once', async () => {
    await bring({ name: 'Reding', url: 'a.org' });
    await call('Reading');
    expect(await bring({ name: 'Reding', url: 'a.org' })).to.include({ unchanged: 1 });
    expect(await bring({ name: 'Reding', url: 'b.org' })).to.include({ changed: 1 });
    expect(await stored()).to.include({ name: 'Reading', url: 'b.org' });
    expect(await correction()).not.to.have.property('proposal');
    for (const count of [{ changed: 1 }, { unchanged: 1 }])
      expect(await bring({ name: 'Reading Room', url: 'b.org' })).to.include(count);
    expect(await stored()).to.include({ name: 'Reading' });
    expect((await correction())?.proposal).to.include({ value: 'Reading Room', source: 'dc' });
    await answerProposals(at.deps, [NAME], 'keep', { account: ana });
    await bring({ name: 'Reading Room', url: 'c.org' });
    expect(await correction()).not.to.have.property('proposal');
    await bring({ name: 'Readers', url: 'c.org' });
    await answerProposals(at.deps, [NAME], 'take', { account: ana });
    expect(await stored()).to.include({ name: 'Readers' });
    expect(await correction()).to.equal(undefined);
  });

  it('overwrites a tool’s word as soon as the source says something else', async () => {
    await bring({ name: 'A', url: 'a.org' });
    await correctField(at.deps, { ...NAME, value: 'B' }, byTool);
    await bring({ name: 'A', url: 'b.org' });
    expect(await stored()).to.include({ name: 'B' });
    await bring({ name: 'C', url: 'b.org' });
    expect(await stored()).to.include({ name: 'C' });
    expect(await correction()).to.equal(undefined);
  });

  it('never has a tool write over a person', async () => {
    await bring({ name: 'A' });
    await call('B');
    const refusal = await correctField(at.deps, { ...NAME, value: 'C' }, byTool).catch((error) => error);
    expect(refusal).to.include({ status: 409, code: 'corrected-by-person' });
    expect(await stored()).to.include({ name: 'B' });
  });

  it('goes back to what the source says now, not to what it said then', async () => {
    await bring({ name: 'A' });
    await call('B');
    await bring({ name: 'C' });
    await takeBack(at.deps, NAME, { account: ana });
    expect(await stored()).to.include({ name: 'C' });
    expect(await bring({ name: 'C' })).to.include({ unchanged: 1 });
  });

  it('knows of each field since when the source says so', async () => {
    await bring({ name: 'A', url: 'a.org' });
    const first = (await stored()) as { saidAt?: string } | null;
    await call('B');
    await bring({ name: 'A', url: 'b.org' });
    const second = (await stored()) as { saidAt?: string; fieldTimes?: object; changedAt?: string } | null;
    expect(second?.saidAt).to.equal(first?.saidAt);
    expect(second?.fieldTimes).to.deep.equal({ url: second?.changedAt });
  });

  it('puts right what a process left that died between its two writes', async () => {
    await bring({ name: 'A' });
    const made = correct(
      { ...NAME, value: 'B' },
      { now: 'A', before: undefined, by: { account: 'ana' }, at: '2026-01-01T00:00:00.000Z' },
    )!;
    await saveCorrection(at.deps.db, undefined, made);
    expect(await stored()).to.include({ name: 'A' });
    expect(await bring({ name: 'A' })).to.include({ changed: 1 });
    expect(await stored()).to.include({ name: 'B' });
    await saveCorrection(at.deps.db, await correction(), ending(made));
    await bring({ name: 'A' });
    expect(await stored()).to.include({ name: 'A' });
    expect(await correction()).to.equal(undefined);
  });

  it('does not write over a correction that comes while it works', async () => {
    await bring({ name: 'A', url: 'a.org' });
    let isFirst = true;
    const slow = meddled(at.deps.db, async () => {
      if (isFirst) await call('B');
      isFirst = false;
    });
    await bring({ name: 'A', url: 'b.org' }, slow);
    expect(await stored()).to.include({ name: 'B', url: 'b.org' });
  });

  it('lets the first of two people correct a field, and tells the second', async () => {
    await bring({ name: 'A' });
    const both = await Promise.allSettled(
      ['B', 'C'].map((value) => correctField(at.deps, { ...NAME, value }, { ...byAna, seen: undefined })),
    );
    const told = (await stored()) as { name?: string } | null;
    expect(told?.name).to.equal((await correction())?.value);
    for (const each of both) if (each.status === 'rejected') expect(each.reason).to.include({ status: 409 });
    const stale = await correctField(at.deps, { ...NAME, value: 'D' }, { ...byAna, seen: 'long ago' }).catch(
      (error) => error,
    );
    expect(stale).to.include({ status: 409, code: 'changed-meanwhile' });
  });
});

/** The same database, where something happens between an import's readings and its writing of records. */
function meddled(db: Connection, meddle: () => Promise<void>): Connection {
  const collection = (name: string) => {
    const real = db.collection(name);
    return new Proxy(real, {
      get(target, key) {
        if (key === 'bulkWrite')
          return async (...args: Parameters<typeof real.bulkWrite>) => {
            await meddle();
            return real.bulkWrite(...args);
          };
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  return new Proxy(db, {
    get: (target, key) => (key === 'collection' ? collection : Reflect.get(target, key)),
  });
}
