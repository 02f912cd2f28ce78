import { expect } from 'chai';
import { Binary, Decimal128, Long, ObjectId } from 'mongodb';
import { withDocumentDb } from '../support/documentdb.ts';

describe('The gateway, for documents', () => {
  const at = withDocumentDb();

  it('gives back every type of value as it was stored', async () => {
    const document = {
      _id: new ObjectId(),
      text: 'naïve ☂',
      int: 7,
      long: Long.fromString('9007199254740993'),
      double: 1.5,
      decimal: Decimal128.fromString('12.30'),
      date: new Date('2026-01-02T03:04:05.678Z'),
      nothing: null,
      yes: true,
      bytes: new Binary(Buffer.from([0, 1, 255])),
      expression: /^a.b$/i,
      list: [1, 'two', { three: [] }],
      inner: { '': 'empty name', 'a-b': {} },
    };
    const things = at.db.collection('types');
    await things.insertOne(document);
    expect(await things.findOne({ _id: document._id }, { promoteLongs: false })).to.deep.include({
      long: document.long,
      decimal: document.decimal,
    });
    const { long, ...rest } = document;
    expect(await things.findOne({ _id: document._id }, { projection: { long: 0 } })).to.deep.equal(rest);
    expect(long.toString()).to.equal('9007199254740993');
  });

  it('updates, replaces, upserts and deletes, and counts what it did', async () => {
    const things = at.db.collection<{ _id: number; n?: number; tags?: string[] }>('crud');
    await things.insertMany([1, 2, 3, 4].map((_id) => ({ _id, n: _id, tags: ['a'] })));
    expect(await things.updateMany({ n: { $gte: 3 } }, { $inc: { n: 10 }, $push: { tags: 'b' } })).to.include(
      {
        matchedCount: 2,
        modifiedCount: 2,
      },
    );
    expect(await things.replaceOne({ _id: 1 }, { n: 100 })).to.include({ modifiedCount: 1 });
    expect(await things.updateOne({ _id: 9 }, { $set: { n: 9 } }, { upsert: true })).to.include({
      upsertedId: 9,
      upsertedCount: 1,
    });
    expect(await things.deleteMany({ tags: 'b' })).to.include({ deletedCount: 2 });
    expect(await things.find().sort({ _id: 1 }).toArray()).to.deep.equal([
      { _id: 1, n: 100 },
      { _id: 2, n: 2, tags: ['a'] },
      { _id: 9, n: 9 },
    ]);
    expect([
      await things.countDocuments({ n: { $gt: 5 } }),
      await things.estimatedDocumentCount(),
    ]).to.deep.equal([2, 3]);
    expect((await things.distinct('n')).sort()).to.deep.equal([100, 2, 9]);
  });

  it('finds and modifies in one step, with and without a match', async () => {
    const things = at.db.collection<{ _id: string; n: number }>('counters');
    const next = () =>
      things.findOneAndUpdate({ _id: 'a' }, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'after' });
    expect([(await next())?.n, (await next())?.n]).to.deep.equal([1, 2]);
    expect(await things.findOneAndDelete({ _id: 'a' })).to.deep.equal({ _id: 'a', n: 2 });
    expect(await things.findOneAndDelete({ _id: 'a' })).to.equal(null);
  });

  it('takes a bulk of mixed writes, and thousands of upserts in one', async () => {
    const things = at.db.collection<{ _id: number; n: number }>('bulk');
    const upserts = Array.from({ length: 3000 }, (_, i) => ({
      updateOne: { filter: { _id: i }, update: { $set: { n: i } }, upsert: true },
    }));
    expect((await things.bulkWrite(upserts, { ordered: false })).upsertedCount).to.equal(3000);
    const mixed = await things.bulkWrite([
      { insertOne: { document: { _id: 5000, n: 1 } } },
      { updateMany: { filter: { n: { $lt: 10 } }, update: { $inc: { n: 1 } } } },
      { deleteOne: { filter: { _id: 7 } } },
    ]);
    expect([mixed.insertedCount, mixed.modifiedCount, mixed.deletedCount]).to.deep.equal([1, 11, 1]);
  });

  it('makes, lists and drops collections, indexes and databases', async () => {
    const db = at.client.db(`${at.db.databaseName}_schema`);
    await db.createCollection('plain');
    await db.collection('indexed').createIndexes([
      { key: { a: 1, b: -1 }, name: 'both' },
      { key: { until: 1 }, name: 'ttl', expireAfterSeconds: 60 },
      { key: { a: 1 }, name: 'part', partialFilterExpression: { b: { $gt: 1 } } },
    ]);
    expect((await db.listCollections().toArray()).map(({ name }) => name).sort()).to.deep.equal([
      'indexed',
      'plain',
    ]);
    const names = async () => (await db.collection('indexed').indexes()).map(({ name }) => name);
    expect(await names()).to.have.members(['_id_', 'both', 'ttl', 'part']);
    await db.collection('indexed').dropIndex('both');
    expect(await names()).to.have.members(['_id_', 'ttl', 'part']);
    await db.collection('indexed').rename('renamed');
    await db.collection('plain').drop();
    expect((await db.listCollections().toArray()).map(({ name }) => name)).to.deep.equal(['renamed']);
    const databases = async () =>
      (await at.client.db('admin').admin().listDatabases()).databases.map(({ name }) => name);
    expect(await databases()).to.include(db.databaseName);
    await db.dropDatabase();
    expect(await databases()).not.to.include(db.databaseName);
  });

  it('lets many make the same collection and the same indexes at once', async () => {
    const things = at.db.collection('contested');
    const keys = [{ a: 1 }, { b: 1 }, { a: 1, b: -1 }] as const;
    const make = async (i: number) => {
      await things.createIndexes(keys.map((key) => ({ key: { ...key } })));
      await things.insertOne({ a: i });
    };
    await Promise.all(Array.from({ length: 12 }, (_, i) => make(i)));
    expect(await things.indexes()).to.have.length(4);
    expect(await things.countDocuments()).to.equal(12);
  });

  it('ends a query at its time limit, and only that one', async () => {
    const things = at.db.collection('timed');
    await things.insertMany(Array.from({ length: 1000 }, (_, i) => ({ i })));
    const join = {
      $lookup: { from: 'timed', pipeline: [{ $project: { s: { $add: ['$i', 1] } } }], as: 'all' },
    };
    const slow = things.aggregate([join, { $unwind: '$all' }, { $count: 'n' }], { maxTimeMS: 1 });
    expect(await slow.toArray().catch((error) => error)).to.include({ code: 50 });
    expect(await things.aggregate([{ $sort: { i: -1 } }, { $count: 'n' }]).toArray()).to.deep.equal([
      { n: 1000 },
    ]);
  });

  it('says in MongoDB words what it does not know', async () => {
    const failure = async (command: object) => at.db.command(command as never).catch((error) => error);
    expect(await failure({ noSuchThing: 1 })).to.include({ code: 59, codeName: 'CommandNotFound' });
    expect(await failure({ explain: { find: 'x' } })).to.include({
      code: 115,
      codeName: 'CommandNotSupported',
    });
    expect(await failure({ find: 'x', filter: { $nonsense: 1 } })).to.include({
      code: 2,
      codeName: 'BadValue',
    });
    expect(await failure({ insert: '', documents: [{}] })).to.include({ code: 73 });
  });

  it('takes writes that want no answer, and answers the next command', async () => {
    const things = at.db.collection('unacknowledged', { writeConcern: { w: 0 } });
    expect((await things.insertOne({ a: 1 })).acknowledged).to.equal(false);
    const client = at.client;
    await client.db('admin').command({ ping: 1 });
  });
});
