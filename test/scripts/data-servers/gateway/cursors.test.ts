import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import { uriOf, withDocumentDb } from '../support/documentdb.ts';

const COUNT = 5000;

describe('The gateway, for cursors', () => {
  const at = withDocumentDb({ maxPoolSize: 5 });
  const things = () => at.db.collection<{ _id: number; n: number; text: string }>('many');

  before(async () => {
    const documents = Array.from({ length: COUNT }, (_, i) => ({
      _id: i,
      n: COUNT - i,
      text: 'x'.repeat(50),
    }));
    await things().insertMany(documents);
  });

  it('reads many pages, every document once', async () => {
    const seen = new Set<number>();
    for await (const { _id } of things().find({}, { batchSize: 137 })) seen.add(_id);
    expect(seen.size).to.equal(COUNT);
  });

  it('keeps an order over many pages that no index has', async () => {
    const read = await things().find({}, { batchSize: 500 }).sort({ n: 1 }).toArray();
    expect(read.map(({ _id }) => _id)).to.deep.equal(Array.from({ length: COUNT }, (_, i) => COUNT - 1 - i));
  });

  it('pages through an aggregation', async () => {
    const groups = await things()
      .aggregate([{ $group: { _id: '$n', sum: { $sum: '$_id' } } }], { batchSize: 300 })
      .toArray();
    expect(groups).to.have.length(COUNT);
  });

  it('ends at the limit, in the middle of a page', async () => {
    expect(await things().find().limit(250).batchSize(100).toArray()).to.have.length(250);
  });

  it('reads many cursors at once, each of its own place', async () => {
    const counts = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        const read = await things()
          .find({ _id: { $mod: [12, i] } }, { batchSize: 50 })
          .sort({ n: -1 })
          .toArray();
        return read.every(({ _id }) => _id % 12 === i) ? read.length : -1;
      }),
    );
    expect(counts.reduce((a, b) => a + b)).to.equal(COUNT);
  });

  it('refuses a cursor that was killed', async () => {
    const first = await at.db.command({ find: 'many', batchSize: 10, sort: { n: 1 } });
    const killed = await at.db.command({ killCursors: 'many', cursors: [first.cursor.id] });
    expect(killed.cursorsKilled.map(String)).to.deep.equal([String(first.cursor.id)]);
    const again = await at.db.command({ killCursors: 'many', cursors: [first.cursor.id] });
    expect(again.cursorsNotFound.map(String)).to.deep.equal([String(first.cursor.id)]);
  });

  it('forgets a cursor that nobody asked for in a while', async () => {
    const gateway = await at.engine.anotherGateway({ cursorIdleMs: 20 });
    const client = await new MongoClient(
      `mongodb://127.0.0.1:${gateway.port}/?directConnection=true`,
    ).connect();
    const db = client.db(at.db.databaseName);
    try {
      await db.command({ find: 'many', batchSize: 10 });
      const open = async () => (await db.admin().serverStatus()).metrics.cursor.open.total as number;
      while ((await open()) > 0);
      expect(await open()).to.equal(0);
    } finally {
      await client.close();
    }
  });

  describe('that live on their connection', () => {
    let client: MongoClient;
    const pinned = () => client.db(at.db.databaseName).collection<{ _id: number; n: number }>('many');
    before(async () => {
      const settings = { 'documentdb.useFileBasedPersistedCursors': 'off' };
      client = await new MongoClient(uriOf(await at.engine.anotherGateway({ settings }))).connect();
    });
    after(() => client?.close());

    it('reads many pages, several at once', async () => {
      const read = () => pinned().find({}, { batchSize: 400 }).sort({ n: 1 }).toArray();
      const [first, second] = await Promise.all([read(), read()]);
      expect(first.map(({ _id }) => _id)).to.deep.equal(
        Array.from({ length: COUNT }, (_, i) => COUNT - 1 - i),
      );
      expect(second).to.have.length(COUNT);
    });

    it('gives up the longest unused when there are too many, and goes on serving', async () => {
      const cursors = Array.from({ length: 30 }, () => pinned().find({}, { batchSize: 10 }).sort({ n: 1 }));
      for (const cursor of cursors) await cursor.next();
      expect(await cursors.at(-1)!.toArray()).to.have.length(COUNT - 1);
      expect(await cursors[0]!.toArray().catch((error) => error)).to.include({ code: 43 });
      await Promise.all(cursors.map((cursor) => cursor.close()));
      expect(await pinned().countDocuments({ _id: 1 })).to.equal(1);
    });
  });

  it('drops the cursors of a dropped collection', async () => {
    const doomed = at.db.collection('doomed');
    await doomed.insertMany(Array.from({ length: 300 }, (_, i) => ({ i })));
    const cursor = doomed.find({}, { batchSize: 10 });
    await cursor.next();
    await doomed.drop();
    const rest = await cursor.toArray().catch((error) => error);
    expect(rest).to.include({ code: 43, codeName: 'CursorNotFound' });
  });
});
