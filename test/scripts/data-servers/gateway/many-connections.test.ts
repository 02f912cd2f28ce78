import { expect } from 'chai';
import { MongoClient } from 'mongodb';
import { withDocumentDb } from '../support/documentdb.ts';

describe('The gateway, for many clients at once', () => {
  const at = withDocumentDb();

  it('serves sixty connections that all write, read and page', async () => {
    const client = await new MongoClient(at.engine.uri, { minPoolSize: 60, maxPoolSize: 60 }).connect();
    try {
      const things = client.db(at.db.databaseName).collection<{ who: number; i: number }>('crowd');
      const work = async (who: number) => {
        await things.insertMany(Array.from({ length: 30 }, (_, i) => ({ who, i })));
        return (await things.find({ who }, { batchSize: 10 }).sort({ i: 1 }).toArray()).length;
      };
      const counts = await Promise.all(Array.from({ length: 60 }, (_, who) => work(who)));
      expect(new Set(counts)).to.deep.equal(new Set([30]));
    } finally {
      await client.close();
    }
  }).timeout(20_000);

  it('serves sixty transactions at once, more than it has connections for', async () => {
    const things = at.db.collection<{ _id: number; n: number }>('booked');
    await things.insertMany(Array.from({ length: 60 }, (_, _id) => ({ _id, n: 0 })));
    await Promise.all(
      Array.from({ length: 60 }, (_, _id) =>
        at.client.withSession((session) =>
          session.withTransaction(async () => {
            await things.updateOne({ _id }, { $inc: { n: 1 } }, { session });
            await things.findOne({ _id }, { session });
          }),
        ),
      ),
    );
    expect(await things.countDocuments({ n: 1 })).to.equal(60);
  }).timeout(20_000);
});
